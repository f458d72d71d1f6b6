"""Ways of writing one word, brought to one way: contractions, text-speak, what is written apart or together.

They hold for the text and for the patterns alike, so that a list needs only one of them.
"""


def _table(rows: str) -> dict[str, tuple[str, ...]]:
    """`cant won't = can not` for each line."""
    table: dict[str, tuple[str, ...]] = {}
    for row in filter(None, map(str.strip, rows.splitlines())):
        written, meant = row.split(" = ")
        table |= {way: tuple(meant.split()) for way in written.split()}
    return table


MEANT = _table("""
    i'm im = i am
    i've ive = i have
    i'd = i would
    i'll = i will
    you're youre ur = you are
    you've youve = you have
    you'll youll = you will
    you'd youd = you would
    he's hes = he is
    she's shes = she is
    they're theyre = they are
    they've theyve = they have
    they'd theyd = they would
    they'll theyll = they will
    we're = we are
    we've weve = we have
    we'll = we will
    it's its = its
    it'll itll = it will
    it'd itd = it would
    that's thats = that is
    there's theres = there is
    what's whats wots = what is
    who's whos = who is
    where's wheres = where is
    how's hows = how is
    everything's everythings = everything is
    everyone's everybody's = everyone is
    nobody's noone's = nobody is
    can't cant cannot carnt canny cannae carn't = can not
    couldn't couldnt cudnt cldnt = could not
    he'll = he will
    she'll = she will
    who'll = who will
    there'll = there will
    don't dont dnt doesn't doesnt dosent dosnt dunt didn't didnt = do not
    wnt = want
    won't wont shan't shant = will not
    shall = will
    wouldn't wouldnt wudnt = would not
    shouldn't shouldnt shudnt = should not
    isn't isnt = is not
    ain't aint = is not
    aren't arent = are not
    wasn't wasnt = was not
    weren't werent = were not
    haven't havent havnt avent = have not
    hasn't hasnt = has not
    hadn't hadnt = had not
    mustn't mustnt = must not
    needn't neednt = need not
    would've wouldve = would have
    should've shouldve = should have
    could've couldve = could have
    does did = do
    to too two 2 = to
    4 fr = for
    u yu ya yous = you
    r = are
    y = why
    n & + = and
    w/o = without
    wanna wana wannna = want to
    gonna gunna gona gunno = going to
    gotta = got to
    wud wld = would
    cud cld = could
    shud = should
    b4 = before
    cos coz cuz cus bcos bcoz bcuz becoz becos cause = because
    thru = through
    mom mam mummy mommy mother = mum
    daddy father = dad
    hubby hubs = husband
    bf = boyfriend
    gf = girlfriend
    ppl peeps = people
    kids kiddies = children
    kid = child
    2moro 2morrow 2mora 2mrw tmrw tmr tmoro tomoz tomo tomora tomoro = tomorrow
    2nite 2night tonite 2nyt tonyt = tonight
    2day 2dai = today
    4ever 4eva foreva = forever
    4giv = forgive
    sum1 some1 someone somebody = someone
    any1 ne1 anyone anybody = anyone
    every1 evry1 evry1's everyone everybody = everyone
    no1 noone no-one nobody = nobody
    alot = a lot
    hav av hv = have
    abt = about
    rly rlly rele = really
    idk = i do not know
    idc = i do not care
    idgaf = i do not care
    luv = love
    gud = good
    gd = good
    l8r = later
    gr8 = great
    m8 = mate
    h8 h8s = hate
    w8 = wait
    str8 = straight
    kms km's kmself = kill myself
    kys = kill yourself
    kermit = commit
    sewerslide sewercide sewer-slide = suicide
    un-alive unaliving unalived unalives unalive = unalive
    od'd oded od'ed o'd od'ing oding o/d'd = overdose
    overdoes od o.d = overdose
    paras para = paracetamol
    tabs = tablets
    hosp = hospital
    aswell = as well
    infront = in front
    eachother = each other
    gettin = getting
    takin = taking
    hurtin = hurting
    hittin = hitting
    killin = killing
    goin = going
    doin = doing
    livin = living
    cuttin = cutting
    beatin = beating
    sayin = saying
    thinkin = thinking
    nothin nuthin nuffin nothink = nothing
    anythin anyfink = anything
    everythin everyfing = everything
    dieing dyin dying = dying
    deid = dead
    meself mesel = myself
    thinkin = thinking
    wif wiv = with
    dat = that
    dis = this
    dem = them
    neva = never
    ova = over
    ah ahm ah'm am'm = i
    ahve ah've = i have
    ahll ah'll = i will
    tae = to
    dae daein = do
    didnae = do not
    dinnae dinna = do not
    wouldnae = would not
    couldnae = could not
    shouldnae = should not
    isnae = is not
    wasnae wisnae = was not
    havnae havenae = have not
    willnae = will not
    wis wos wus = was
    mair = more
    ony = any
    aboot = about
    oot = out
    doon = down
    hame = home
    hoose = house
    noo = now
    masel masell maself mesen misen misself = myself
    yersel yersen = yourself
    hissen himsel hersel hersen = himself
    nowt nuffink nothing = nothing
    owt = anything
    summat summit somethin somethink = something
    wean weans bairn bairns bairn's = child
    ye yee youse = you
    yer yor = your
    wi wiv' = with
    fae frae = from
    gie gies = give
    greetin' greetin = crying
    heid = head
    feart feared scairt scard skared skard scaird = scared
    sed = said
    tole = told
    wen whn = when
    wich = which
    wot wat = what
    wer = were
    thay = they
    thier = their
    ther = there
    thort thot = thought
    becuz becas becus = because
    arsk arst aks = ask
    iv = i have
    il = i will
    nite nites nyt = night
    agen agin = again
    guna gunnae gonnae gona = going to
    hirt hert hurtid = hurt
    hirts herts = hurts
    hite hitts = hits
    kil = kill
    kild kiled = killed
    evry evrey = every
    evrybody evrybdy = everyone
    evrything evrythin evrythink everythin = everything
    alwas allways allways alwys alwaz orlways = always
    carers' = carers
    staf staffs = staff
    speshal speshul speshial = special
    frend frends freind freinds = friend
    nobdy nobuddy = nobody
    sumone sumbody sombody = someone
    sumthing sumthin somthing somthin sumfink = something
    xmas crismas chrismas crimbo = christmas
    thanx thx fanks thanku = thanks
    soz sory sorrie = sorry
    sh'ing sh'd sh'in = self harming
    tablits tabets tablats = tablets
    shud've shoulda = should have
    cud've coulda = could have
    wud've woulda wuda = would have
    dun = done
    wiff = with
    bcz bcause = because
    hospitle hospitel hozzie ozzy = hospital
    plees plz pls pleez = please
""")

# What is written as two words, and is one.
TOGETHER = {
    ("any", "more"): "anymore",
    ("any", "one"): "anyone",
    ("any", "body"): "anyone",
    ("any", "thing"): "anything",
    ("every", "one"): "everyone",
    ("every", "body"): "everyone",
    ("every", "thing"): "everything",
    ("some", "one"): "someone",
    ("no", "one"): "nobody",
    ("no", "body"): "nobody",
    ("my", "self"): "myself",
    ("me", "self"): "myself",
    ("your", "self"): "yourself",
    ("him", "self"): "himself",
    ("her", "self"): "herself",
    ("them", "selves"): "themselves",
    ("over", "dose"): "overdose",
    ("over", "dosed"): "overdosed",
    ("good", "bye"): "goodbye",
    ("for", "ever"): "forever",
    ("with", "out"): "without",
    ("un", "alive"): "unalive",
    ("pain", "killers"): "painkillers",
    ("worth", "less"): "worthless",
    ("point", "less"): "pointless",
    ("hope", "less"): "hopeless",
    ("to", "night"): "tonight",
    ("to", "morrow"): "tomorrow",
    ("to", "day"): "today",
    ("o", "d"): "overdose",
    ("sewer", "slide"): "suicide",
}

# Real words that are often written for another one. They count as either.
OR_MEANT = {
    "no": ("know",),
    "know": ("no",),
    "there": ("their",),
    "their": ("there",),
    "your": ("you",),
    "of": ("off",),
    "off": ("of",),
    "then": ("than",),
    "than": ("then",),
    "loose": ("lose",),
    "lose": ("loose",),
    "were": ("where",),
    "hear": ("here",),
    "dye": ("die",),
    "dyeing": ("dying",),
    "past": ("passed",),
    "worths": ("worth",),
    "quite": ("quiet",),
    "ment": ("meant",),
    "breath": ("breathe",),
    "live": ("life",),
    "bare": ("bear",),
    "bear": ("bare",),
    "right": ("write",),
    "write": ("right",),
    "weak": ("week",),
    "rap": ("wrap",),
    "pane": ("pain",),
    "pein": ("pain",),
    "noose": ("noose", "nous"),
    "ending": ("end",),
    "beet": ("beat",),
    "heart": ("hurt",),
    "hurts": ("hurt",),
    "by": ("bye",),
    "though": ("thought",),
    "whose": ("who",),
    "cope": ("cop",),
    "rapped": ("raped",),
    "wrapped": ("raped",),
    "brake": ("break",),
    "cums": ("comes",),
    "cum": ("come",),
    "dose": ("does", "do"),
    "bin": ("been",),
    "dee": ("die",),
    "deed": ("died",),
    "ma": ("my", "mum"),
    "da": ("dad",),
    "ad": ("had",),
    "hole": ("whole",),
    "herd": ("heard",),
}

# Words that change nothing: they are passed over in texts and in patterns.
_PASSED_OVER = """
    just really so very actually honestly literally totally completely fucking fuckin fuckn effing bloody
    sodding damn kinda like well even ever simply truly seriously basically absolutely properly genuinely
    frankly sorta tbh omg ffs fkn flipping proper sometimes often always currently still also yet x xx xxx
"""
PASSED_OVER = frozenset(_PASSED_OVER.split())
