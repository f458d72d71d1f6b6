"""What can be allowed, one name for each right. Which role has which is in `accounts.policy`."""

from enum import StrEnum


class Permission(StrEnum):
    """Rights, NOUN_VERB. Whether one is looked for in the area of the address or anywhere follows from the address."""

    BOARD_READ = "board.read"  # the programme board's pages: aggregates of signed-off returns
    BOARD_ACT = "board.act"  # dispute a return, keep the network's workstreams
    NETWORK_LOAD = "network.load"  # load a network's starting figures from a folder
    AREA_CREATE = "area.create"  # set up an area, suspend it, start it again
    AREA_READ = "area.read"  # an area's workspace: plan, partners, resources, team
    PLAN_EDIT = "plan.edit"  # change an area's plan for a group
    ROLLOUT_EDIT = "rollout.edit"  # change an area's milestones, risks, sites and the rest of its roll-out
    RETURN_EDIT = "return.edit"  # fill in an area's quarterly return
    RETURN_SIGN = "return.sign"  # sign an area's quarterly return, by which its figures leave the area
    FINANCE_READ = "finance.read"  # an area's finance models: true figures and the register, never a person's rows
    FINANCE_EDIT = "finance.edit"  # load data, keep the registers, run the models; person-level rows
    FINANCE_RELEASE = "finance.release"  # let an area's sums leave it for the region, which somebody else proposed
    FINANCE_REGION_READ = "finance_region.read"  # what areas released, exactly, and what the region makes of it
    FINANCE_TERMS_SET = "finance_terms.set"  # by which window, bands and truncation areas release
    TEAM_MANAGE = "team.manage"  # invite people to an area's roles and end these roles
    INVITE_NETWORK_ROLES = "network_roles.invite"  # invite people to roles of the whole network, and end them
    JOB_READ = "job.read"  # follow long work that one has started oneself
    AUDIT_READ = "audit.read"  # who saw and changed what
    RELEASE_RULE_CHOOSE = "release_rule.choose"  # by which rule small numbers of people are hidden in what is published
    DATA_REQUESTS_ANSWER = "data_requests.answer"  # what people ask about their own data, and erasing somebody
    TIMEBANK_READ = "timebank.read"  # the time bank: balances, offers, requests, who helped whom
    TIMEBANK_GIVE = "timebank.give"  # give time as a mentor for an area, and see one's own sessions
    TIMEBANK_ACT = "timebank.act"  # offer, ask and book for an area
    TIMEBANK_CONFIRM = "timebank.confirm"  # confirm the minutes of an area's sessions, by which the ledger posts
    TIMEBANK_COORDINATE = "timebank.coordinate"  # run the time bank: match, settle, grant, reverse, set its rules
    PEERS_TAKE_PART = "peers.take_part"  # be a member of the peer network: read, write, report, ask for support
    PEERS_WELCOME = "peers.welcome"  # be listed as a peer supporter, and help members write
    PEERS_MODERATE = "peers.moderate"  # decide what is shown, keep spaces, word lists and the rota; no identities
    PEERS_SAFEGUARD = "peers.safeguard"  # work on safeguarding cases, and open a sealed identity with a reason
    MARKET_BUY = "market.buy"  # ask providers, keep a shortlist, plan a year, say what is missing
    MARKET_OFFER = "market.offer"  # publish the offers of one's own organisation, answer who asks, see what is needed
    MARKET_CHECK = "market.check"  # check providers, their offers and what buyers say of them
    MARKET_SHAPE = "market.shape"  # for one's area: see what is missing, write its market position statement
    CMS_EDIT = "cms.edit"  # write and publish pages, pictures and documents
    DRAFTS_READ = "drafts.read"  # read resources of the knowledge base that are not published yet
    STORY_CONSENT_KEEP = "story_consent.keep"  # read, write down and end the consent that a story stands on
    LEARNING_COMPLETE = "learning.complete"  # mark steps of a learning page as done, for oneself
    RESOURCE_MARK = "resource.mark"  # say that one's area used a resource, and what it changed
    STAFF_SESSION_START = "staff_session.start"  # begin a timed session, with a reason, that the next two need
    GALLERY_READ = "gallery.read"  # every component of the pages, with its states
    ADMIN_OPEN = "admin.open"  # Django's admin
