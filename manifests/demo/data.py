"""The demo company's leads: generated, always the same, without a word of any language.

Aoba Sensing sells sensors and monitoring to factories. Marketing finds leads, sales closes them. What the numbers are
meant to show:
- sources differ truly in how far their leads get, and so do company sizes and engagement;
- in the last full week marketing handed 30 leads over, 3 became opportunities, and the other 27 have a reason;
- the region `west` has had no sales rep since the end of August, which is why nobody took nine of them;
- sales has responded sooner since both departments agreed on a limit;
- of the leads that sales sent back, some were taken up later after all, and bought.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from words import HOLIDAYS

AS_OF = date(2026, 11, 20)  # a Friday
FIRST_DAY = date(2025, 5, 21)  # 18 months before
LAST_WEEK = date(2026, 11, 9)  # Monday of the last full week
REP_LEFT = date(2026, 8, 31)
LIMIT_AGREED = date(2026, 10, 1)  # since when sales has promised to respond within two working days

SOURCES = ["web", "trade show", "webinar", "referral", "newsletter", "cold call"]
INDUSTRIES = ["machinery", "electronics", "food", "chemicals", "logistics", "construction", "medical", "retail"]
REGIONS = ["north", "east", "central", "west", "south"]
GOOD_INDUSTRIES = {"machinery", "electronics", "food"}

# Share of the leads of an ordinary week; chance of becoming an MQL; factor on becoming an opportunity and on winning.
SOURCE_TRAITS = {
    "web": (0.33, 0.50, 1.0, 1.0),
    "trade show": (0.14, 0.62, 0.55, 0.85),
    "webinar": (0.15, 0.56, 1.25, 1.0),
    "referral": (0.08, 0.76, 2.0, 1.5),
    "newsletter": (0.16, 0.36, 0.9, 0.9),
    "cold call": (0.14, 0.24, 0.6, 0.7),
}
TRADE_SHOWS = [date(2025, 7, 9), date(2025, 10, 15), date(2026, 2, 4), date(2026, 6, 10), date(2026, 10, 21)]

# What became of the 30 leads of the last full week: (count, result, reason); no result means an opportunity.
STORY = [
    (3, "", ""),
    (9, "disqualified", "no budget"),
    (9, "rejected", "no owner"),
    (6, "recycled", "timing"),
    (2, "rejected", "wrong contact"),
    (1, "rejected", "too small"),
]


@dataclass
class Lead:
    id: str
    company: tuple  # (name, form) numbers; words.py makes a name of them
    industry: str
    region: str
    employees: int | None
    source: str
    created: date
    downloads: int = 0
    pages: int = 0
    last_visit: date | None = None
    owner: int | None = None  # number of the sales rep
    amount: int | None = None
    mql: date | None = None
    handed_off: date | None = None
    responded: datetime | None = None
    rejected: date | None = None  # when sales sent it back, even if it was taken up later
    opportunity: date | None = None
    won: date | None = None
    closed: date | None = None
    result: str = ""
    reason: str = ""
    blemishes: set = field(default_factory=set)


class Dice:
    """SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and Python."""

    def __init__(self, seed):
        self.state = seed

    def unit(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return ((z ^ (z >> 31)) >> 11) / (1 << 53)

    def chance(self, p):
        return self.unit() < p

    def below(self, n):
        return int(self.unit() * n)

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, weights):
        """An index, with these weights."""
        left = self.unit() * sum(weights)
        for index, weight in enumerate(weights):
            left -= weight
            if left < 0:
                return index
        return len(weights) - 1

    def bell(self):
        """About a standard normal: the sum of twelve uniforms."""
        return sum(self.unit() for _ in range(12)) - 6

    def skewed(self, median, spread):
        """Many small, few large, half of them below the median."""
        return median * 2.718281828459045 ** (spread * self.bell())


def workday(day):
    """The day itself, or the Monday after."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def employees(dice):
    if dice.chance(0.04):
        return None
    count = dice.skewed(110, 1.15)
    return max(4, int(round(count, -1)) if count > 100 else int(count))


def new_lead(dice, created, source):
    lead = Lead("", (), dice.pick(INDUSTRIES), "", employees(dice), source, created)
    lead.region = REGIONS[dice.weighted([0.16, 0.34, 0.22, 0.16, 0.12])]
    lead.company = (dice.below(5760), dice.below(8))
    keen = dice.unit()  # how much the company really wants something: unseen, but clicks tell of it
    lead.downloads = int(keen * keen * 5 + dice.unit())
    lead.pages = max(1, int(dice.skewed(3 + 12 * keen, 0.5)))
    return lead, keen


def fit(lead, keen):
    """How well company and seller match, about 0.3 to 3."""
    size = lead.employees or 60
    factor = 0.4 if size < 30 else 0.8 if size < 100 else 1.3 if size < 500 else 1.6
    return factor * (1.35 if lead.industry in GOOD_INDUSTRIES else 0.8) * (0.45 + 1.1 * keen)


def hand_off_fate(dice, lead):
    """Result and reason of a lead that sales was given and that became no opportunity."""
    if lead.region == "west" and lead.handed_off > REP_LEFT and dice.chance(0.8):
        return "rejected", "no owner"
    if lead.employees and lead.employees < 30 and dice.chance(0.5):
        return "rejected", "too small"
    reasons = [("disqualified", "no budget", 28), ("disqualified", "no need", 18), ("recycled", "timing", 24),
               ("rejected", "wrong contact", 10), ("rejected", "no owner", 7), ("rejected", "duplicate", 5)]
    result, reason, _ = reasons[dice.weighted([weight for _, _, weight in reasons])]
    return result, reason


def close(dice, lead, suitability):
    """The opportunity's end, if it has one by the as-of date."""
    _, _, _, wins = SOURCE_TRAITS[lead.source]
    if dice.chance(min(0.75, 0.31 * wins * suitability ** 0.4)):
        end = workday(lead.opportunity + timedelta(days=int(dice.skewed(58, 0.45)) + 4))
        if end <= AS_OF:
            lead.won = lead.closed = end
            lead.result = "won"
        return
    end = workday(lead.opportunity + timedelta(days=int(dice.skewed(50, 0.7)) + 3))
    if end <= AS_OF:
        lead.closed = end
        lead.result = "lost"
        lead.reason = dice.pick(["price", "competitor", "competitor", "no decision"])


def live(dice, lead, keen):
    """Takes the lead through its stages as far as it gets before the last full week."""
    _, mql_rate, opportunity_factor, _ = SOURCE_TRAITS[lead.source]
    suitability = fit(lead, keen)
    lead.amount = int(round(dice.skewed(5200 * (lead.employees or 80) + 500000, 0.55), -4))
    if not dice.chance(min(0.95, mql_rate * (0.6 + 0.55 * suitability ** 0.6))):
        if dice.chance(0.62):
            quiet = lead.created + timedelta(days=90 + dice.below(60))
            if quiet <= AS_OF:
                lead.result, lead.reason, lead.closed = "disqualified", "no reply", workday(quiet)
        return
    mql = workday(lead.created + timedelta(days=int(dice.skewed(9, 0.9))))
    if mql > AS_OF:
        return
    lead.mql = mql
    handed = workday(mql + timedelta(days=1 + int(dice.skewed(5, 0.8))))
    if not dice.chance(0.78) or handed >= LAST_WEEK:
        return
    lead.handed_off = handed
    opportunity = workday(handed + timedelta(days=1 + int(dice.skewed(7, 0.7))))
    if dice.chance(min(0.8, 0.205 * opportunity_factor * suitability)):
        if opportunity <= AS_OF:
            lead.opportunity = opportunity
            close(dice, lead, suitability)
        return
    if dice.chance(0.9):
        ended = workday(handed + timedelta(days=1 + dice.below(12)))
        if ended <= AS_OF:
            lead.result, lead.reason = hand_off_fate(dice, lead)
            lead.closed = None if lead.result == "recycled" else ended


def visits(dice, lead, keen):
    """The last visit to the web site that marketing saw: up to the hand-off, and recent for leads that are still
    interested. What comes after would be known only after the fact, and would make every definition look worse."""
    if dice.chance(0.06):
        return
    ended = lead.handed_off or lead.closed or AS_OF
    span = (ended - lead.created).days
    since = int(span * dice.unit() ** (0.5 + 1.6 * keen)) if lead.mql else int(span * (0.25 + 0.75 * dice.unit()))
    lead.last_visit = ended - timedelta(days=min(span, since))


def assign(dice, lead):
    """Sales reps own regions: two in the east, one elsewhere, none in the west any more."""
    if not lead.handed_off and not dice.chance(0.7):
        return
    begun = lead.handed_off or lead.created
    if lead.region == "west" and begun > REP_LEFT or lead.reason == "no owner":
        return
    lead.owner = {"north": 0, "east": 1 + dice.below(2), "central": 3, "west": 4, "south": 5}[lead.region]


def tell_story(dice, leads):
    """The last full week's 30 hand-offs, and the few of this week that nobody has answered yet."""
    waiting = [lead for lead in leads if lead.mql and not lead.handed_off and not lead.result
               and lead.mql < LAST_WEEK and (AS_OF - lead.mql).days < 75]
    waiting.sort(key=lambda lead: (lead.source != "trade show", lead.created, lead.company))
    for count, result, reason in STORY:
        for index in range(count):
            suits = {"no owner": lambda lead: lead.region == "west",
                     "too small": lambda lead: lead.employees and lead.employees < 30,
                     "": lambda lead: lead.employees and lead.employees >= 100}.get(reason, lambda lead: True)
            lead = next((each for each in waiting if suits(each)), waiting[0])
            waiting.remove(lead)
            lead.handed_off = LAST_WEEK + timedelta(days=(index * 2 + count) % 5)
            lead.result, lead.reason = result, reason
            if not result:
                lead.opportunity = lead.handed_off + timedelta(days=3 + (index + lead.handed_off.weekday()) % 2)
                lead.opportunity = min(workday(lead.opportunity), AS_OF)
            elif result != "recycled":
                lead.closed = min(workday(lead.handed_off + timedelta(days=1 + dice.below(5))), AS_OF)
            lead.last_visit = max(lead.created, lead.handed_off - timedelta(days=dice.below(20)))
    for lead in waiting[:8]:
        lead.handed_off = LAST_WEEK + timedelta(days=7 + dice.below(4))


def blemish(leads):
    """What every real list has: full-width letters, amounts and dates typed as text, a date nobody filled in."""
    for step, offset, kind in [(211, 17, "wide source"), (331, 40, "trailing blank"), (499, 90, "text date")]:
        for lead in leads[offset::step]:
            lead.blemishes.add(kind)
    priced = [lead for lead in leads if lead.opportunity]
    for lead in priced[5::41]:
        lead.blemishes.add("text amount")
    for lead in priced[20::97]:
        lead.blemishes.add("no MQL date")


WORKING_HOURS = [(9, 12), (13, 18)]
HOURS_A_DAY = sum(end - begin for begin, end in WORKING_HOURS)
CLOSED_DAYS = {day for day, _, _ in HOLIDAYS}


def working_day(day):
    return day.weekday() < 5 and day not in CLOSED_DAYS


def after_working_hours(day, hours):
    """So many working hours after the morning of that day, to the minute."""
    while not working_day(day) or hours > HOURS_A_DAY:
        hours -= HOURS_A_DAY if working_day(day) else 0
        day += timedelta(days=1)
    for begin, end in WORKING_HOURS:
        if hours <= end - begin:
            return datetime.combine(day, time(begin)) + timedelta(minutes=round(hours * 60))
        hours -= end - begin


def responses(dice, leads):
    """When sales first answered. Nobody did where there was no sales rep, nor for leads that were left lying; a lead
    that was spoken to was answered before its end or its next stage."""
    for lead in leads:
        if not lead.handed_off:
            continue
        hours = dice.skewed(4.5 if lead.handed_off >= LIMIT_AGREED else 8.5, 0.75)
        silent = dice.chance(0.12)
        contacted = lead.opportunity or lead.result in ("disqualified", "recycled")
        left_lying = lead.reason == "no owner" or silent or lead.region == "west" and lead.handed_off > REP_LEFT
        if not contacted and (left_lying or not lead.result):
            continue
        known = min(filter(None, [lead.opportunity, lead.closed, AS_OF]))
        lead.responded = after_working_hours(lead.handed_off, hours)
        if lead.responded.date() > known:
            lead.responded = datetime.combine(known, time(9 + dice.below(3), 5 * dice.below(12)))


def rejections(dice, leads):
    """When sales sent leads back; some of the contracts, too, were sent back at first, with a reason that was wrong."""
    for lead in leads:
        again = dice.chance(0.35)
        reason = dice.pick(["wrong contact", "duplicate"])
        if lead.result == "rejected":
            lead.rejected = lead.closed
        elif lead.won and again and (lead.opportunity - lead.handed_off).days >= 8:
            lead.rejected = lead.responded.date()
            small = lead.employees and lead.employees < 200
            lead.reason = "too small" if small else reason


def sources_of_week(monday):
    weights = [SOURCE_TRAITS[source][0] for source in SOURCES]
    show = any(monday <= day < monday + timedelta(days=14) for day in TRADE_SHOWS)
    weights[SOURCES.index("trade show")] = 1.4 if show else 0.03
    return weights, 1.9 if show else 1.0


def generate():
    """All leads, oldest first."""
    dice = Dice(20261120)
    people = []
    monday = FIRST_DAY - timedelta(days=FIRST_DAY.weekday())
    week = 0
    while monday <= AS_OF:
        weights, busy = sources_of_week(monday)
        for _ in range(int((28 + 0.14 * week) * busy * (0.85 + 0.3 * dice.unit()))):
            created = monday + timedelta(days=dice.weighted([22, 22, 21, 20, 13, 1, 1]))
            if FIRST_DAY <= created <= AS_OF:
                people.append(new_lead(dice, created, SOURCES[dice.weighted(weights)]))
        monday += timedelta(days=7)
        week += 1
    people.sort(key=lambda person: person[0].created)
    leads = [lead for lead, _ in people]
    for lead, keen in people:
        live(dice, lead, keen)
        visits(dice, lead, keen)
    tell_story(dice, leads)
    for number, lead in enumerate(leads, 1):
        lead.id = f"L-{number:05d}"
        assign(dice, lead)
        if not lead.mql:
            lead.amount = None
    blemish([lead for lead in leads if not lead.handed_off or lead.handed_off < LAST_WEEK])
    responses(Dice(20261121), leads)
    rejections(Dice(20261122), leads)
    return leads
