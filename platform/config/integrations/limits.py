"""How often one account, or one address of somebody signed out, may do a thing; `accounts.rate_limits` counts.

`60/m` is 60 in a minute (s, m, h, d; `5/5m` is 5 in five minutes); several are separated by commas. Many people share
one address of the NHS network, so the limits of addresses are ten times those of accounts, or more. Signing in,
resetting a password and signing up have limits of allauth's, in `sign_in.py`.
"""

RATE_LIMITS = {
    "search": {"account": "60/m", "address": "600/m"},
    "counting": {"account": "120/m", "address": "1200/m"},  # while criteria are typed
    "export": {"account": "60/m", "address": "600/m"},
    "upload": {"account": "60/h", "address": "60/h"},
    "feed": {"account": "60/m", "address": "600/m"},
    "open-referral": {"account": "600/m", "address": "600/m"},
    "api": {"account": "300/m", "address": "600/m"},  # by the token's owner, so that more tokens give no more
    "api-refused": {"account": "60/m", "address": "600/m"},  # requests with a token that doesn't count
    "token-make": {"account": "20/h", "address": "20/h"},
    "invitation": {"account": "60/h", "address": "600/h"},
    "posting": {"account": "30/h", "address": "30/h"},
    "peers-posting": {"account": "90/h", "address": "90/h"},  # tries; a member has fewer posts an hour
    "market-asking": {"account": "60/h", "address": "60/h"},  # enquiries, what is missing, clubbing together
    "follow": {"account": "30/h", "address": "60/h"},
    "review": {"account": "60/m", "address": "60/m"},  # links to a page that is not published
    "opinion": {"account": "30/h", "address": "60/h"},  # whether a resource helped; no account needed
    "refusal": {"account": "5/h", "address": "20/h"},
    "reporting": {"account": "30/h", "address": "300/h"},
}
