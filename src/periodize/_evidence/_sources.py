"""The publications behind the numbers.

Most titles say in our own words what a publication is about. An identifier stands only where it was read, not recalled.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Source:
    """A publication.

    Attributes:
        authors: who wrote it.
        year: when it appeared; 0 where that is not known.
        title: its title, or what it is.
        journal: where it appeared.
        doi: its digital object identifier, empty where none is sure.
    """

    authors: str
    year: int
    title: str
    journal: str = ""
    doi: str = ""


SOURCES: dict[str, Source] = {
    "origin": Source("Carly Pizzani", 0, "Running Tips - Strength Training to be a Better Runner", "Web article"),
    # guidelines
    "ACSM26": Source(
        "American College of Sports Medicine",
        2026,
        "Position stand: resistance training for muscle function, size and performance in healthy adults",
        "Med Sci Sports Exerc",
    ),
    "Ratamess09": Source(
        "Ratamess et al., American College of Sports Medicine",
        2009,
        "Position stand: progression models in resistance training for healthy adults",
        "Med Sci Sports Exerc 41(3):687-708",
    ),
    "Garber11": Source(
        "Garber et al., American College of Sports Medicine",
        2011,
        "Position stand: quantity and quality of exercise for healthy adults",
        "Med Sci Sports Exerc 43(7):1334-59",
    ),
    "McLeod24": Source(
        "McLeod et al.",
        2024,
        "Resistance training prescription: an overview of reviews",
        "J Sport Health Sci 13:47-60",
        "10.1016/j.jshs.2023.06.005",
    ),
    "Haff16": Source(
        "Haff, Triplett (editors)",
        2016,
        "Essentials of Strength Training and Conditioning, 4th edition",
        "Human Kinetics",
    ),
    # load, effort and repetitions
    "Nuzzo24": Source(
        "Nuzzo et al.",
        2024,
        "Repetitions that can be done at a share of the 1RM: a meta-regression",
        "Sports Med 54:303-321",
        "10.1007/s40279-023-01937-7",
    ),
    "Zourdos21": Source(
        "Zourdos et al.",
        2021,
        "How well lifters tell their repetitions in reserve",
        "J Strength Cond Res 35(S1):S158",
        "10.1519/JSC.0000000000002995",
    ),
    "Zourdos16": Source(
        "Zourdos et al.",
        2016,
        "An effort scale for lifting built on repetitions in reserve",
        "J Strength Cond Res 30:267-75",
    ),
    "Helms16": Source(
        "Helms et al.",
        2016,
        "Using the effort scale of repetitions in reserve in lifting",
        "Strength Cond J 38(4):42-49",
        "10.1519/SSC.0000000000000218",
    ),
    "Hackett17": Source(
        "Hackett et al.",
        2017,
        "How well repetitions to failure are estimated",
        "J Strength Cond Res",
        "10.1519/JSC.0000000000001683",
    ),
    "Reynolds06": Source(
        "Reynolds et al.",
        2006,
        "Estimating the 1RM from sets of several repetitions",
        "J Strength Cond Res 20:584-92",
        "10.1519/R-15304.1",
    ),
    "Whisenant03": Source(
        "Whisenant et al.", 2003, "Formulas that estimate the 1RM, compared", "J Strength Cond Res 17:221-7"
    ),
    "LeSuer97": Source(
        "LeSuer et al.",
        1997,
        "How well formulas estimate the 1RM in squat, bench press and deadlift",
        "J Strength Cond Res 11:211-3",
    ),
    # running and lifting together
    "Schumann22": Source(
        "Schumann et al.",
        2022,
        "Endurance and strength training together: muscle size, strength and explosive strength, a meta-analysis",
        "Sports Med 52",
        "10.1007/s40279-021-01587-7",
    ),
    "Wilson12": Source(
        "Wilson et al.",
        2012,
        "What endurance training costs strength training: a meta-analysis",
        "J Strength Cond Res 26:2293-307",
        "10.1519/JSC.0b013e31823a3e2d",
    ),
    "Petré21": Source(
        "Petré et al.",
        2021,
        "Strength gains beside endurance training by training status: a meta-analysis",
        "Sports Med",
        "10.1007/s40279-021-01426-9",
    ),
    "Eddens18": Source(
        "Eddens et al.",
        2018,
        "The order of exercise within a session: a meta-analysis",
        "Sports Med 48:177-188",
        "10.1007/s40279-017-0784-1",
    ),
    "Gao23": Source(
        "Gao et al.",
        2023,
        "The order of endurance and strength work: a meta-analysis",
        "Front Physiol",
        "10.3389/fphys.2023.1072679",
    ),
    "Sports24": Source(
        "authors unsure",
        2024,
        "The order of endurance and strength work and its effect on endurance: a meta-analysis",
        "Sports 12:226",
        "10.3390/sports12080226",
    ),
    "Doma13": Source(
        "Doma et al.",
        2013,
        "How the order of strength and endurance work changes running on the next day",
        "Appl Physiol Nutr Metab 38:651-6",
        "10.1139/apnm-2012-0362",
    ),
    "Doma15": Source(
        "Doma et al.",
        2015,
        "Six days of running with lifting on alternate days",
        "Res Q Exerc Sport 86:387-96",
        "10.1080/02701367.2015.1053104",
    ),
    "Doma17": Source(
        "Doma et al.",
        2017,
        "Fatigue of endurance training after resistance exercise: a review",
        "Sports Med 47:2187-2200",
        "10.1007/s40279-017-0758-3",
    ),
    "Doma19": Source(
        "Doma et al.",
        2019,
        "How to order and space strength and endurance sessions: a review",
        "Sports Med",
        "10.1007/s40279-019-01072-2",
    ),
    "Robineau16": Source(
        "Robineau et al.",
        2016,
        "Hours between strength and endurance sessions",
        "J Strength Cond Res 30:672-83",
        "10.1519/JSC.0000000000000798",
    ),
    "Schumann15": Source(
        "Schumann et al.",
        2015,
        "Strength and endurance in one session or on alternate days, 24 weeks",
        "PLoS ONE 10:e0139279",
        "10.1371/journal.pone.0139279",
    ),
    "Methenitis18": Source(
        "Methenitis",
        2018,
        "Endurance and strength training together: a review",
        "Sports 6:127",
        "10.3390/sports6040127",
    ),
    # strength for runners
    "Blagrove18": Source(
        "Blagrove et al.",
        2018,
        "Strength training and the physiology of middle- and long-distance running: a review",
        "Sports Med 48:1117-49",
        "10.1007/s40279-017-0835-7",
    ),
    "Balsalobre16": Source(
        "Balsalobre-Fernández et al.",
        2016,
        "Strength training and running economy in trained runners: a meta-analysis",
        "J Strength Cond Res 30:2361-8",
        "10.1519/JSC.0000000000001316",
    ),
    "Denadai17": Source(
        "Denadai et al.",
        2017,
        "Explosive and heavy training and running economy: a meta-analysis",
        "Sports Med 47:545-54",
        "10.1007/s40279-016-0604-z",
    ),
    "Eihara22": Source(
        "Eihara et al.",
        2022,
        "Heavy lifting or jumps for running economy and performance: a meta-analysis",
        "Sports Med Open 8:138",
        "10.1186/s40798-022-00511-1",
    ),
    "Llanos24a": Source(
        "Llanos-Lagos et al.",
        2024,
        "Strength training and running economy: a meta-analysis",
        "Sports Med 54:895-932",
        "10.1007/s40279-023-01978-y",
    ),
    "Llanos24b": Source(
        "Llanos-Lagos et al.",
        2024,
        "Strength training and running performance: a meta-analysis",
        "Sports Med 54:1801-33",
        "10.1007/s40279-024-02018-z",
    ),
    "Zanini25": Source(
        "Zanini et al.",
        2025,
        "Strength training and running economy late in a long run",
        "Med Sci Sports Exerc",
        "10.1249/MSS.0000000000003685",
    ),
    "Mikkola11": Source(
        "Mikkola et al.",
        2011,
        "Heavy, explosive and endurance strength training in runners",
        "J Sports Sci 29:1359-71",
        "10.1080/02640414.2011.589467",
    ),
    "Sedano13": Source(
        "Sedano et al.",
        2013,
        "Strength training of different kinds in well-trained runners",
        "J Strength Cond Res 27:2433-43",
        "10.1519/JSC.0b013e318280cc26",
    ),
    "Vikmoen16": Source(
        "Vikmoen et al.",
        2016,
        "Heavy strength training and running economy of women",
        "PLoS ONE 11:e0150799",
        "10.1371/journal.pone.0150799",
    ),
    "Vikmoen17": Source(
        "Vikmoen et al.", 2017, "Heavy strength training and performance after long work", "PMC5350167"
    ),
    "Ferrauti10": Source(
        "Ferrauti et al.",
        2010,
        "Strength training and running economy in recreational marathon runners",
        "J Strength Cond Res 24:2770-8",
    ),
    "Beattie17": Source(
        "Beattie et al.",
        2017,
        "Forty weeks of strength training in distance runners",
        "J Strength Cond Res 31:9-23",
        "10.1519/JSC.0000000000001464",
    ),
    "Beattie14": Source(
        "Beattie et al.", 2014, "Strength training and endurance performance: a review", "Sports Med 44:845-65"
    ),
    # keeping and losing strength
    "Ronnestad10": Source(
        "Rønnestad et al.",
        2010,
        "Strength kept in the competition period by one session a week: cyclists",
        "Eur J Appl Physiol 110",
        "10.1007/s00421-010-1622-4",
    ),
    "Ronnestad14": Source(
        "Rønnestad, Mujika",
        2014,
        "Strength training for running and cycling performance: a review",
        "Scand J Med Sci Sports 24:603-12",
        "10.1111/sms.12104",
    ),
    "Spiering21": Source(
        "Spiering et al.",
        2021,
        "The least dose that keeps endurance and strength: a review",
        "J Strength Cond Res 35:1449-58",
        "10.1519/JSC.0000000000003964",
    ),
    "Berryman21": Source(
        "Berryman et al.", 2021, "Four weeks without strength work while running goes on", "PMC7821917"
    ),
    "Bosquet13": Source(
        "Bosquet et al.",
        2013,
        "What stopping training costs muscle: a meta-analysis",
        "Scand J Med Sci Sports 23:e140-9",
        "10.1111/sms.12047",
    ),
    "Cuthbert21": Source(
        "Cuthbert et al.",
        2021,
        "How often to lift when weekly work is equal: a meta-analysis",
        "Sports Med 51",
        "10.1007/s40279-021-01460-7",
    ),
    "Grgic18": Source(
        "Grgic et al.",
        2018,
        "How often to lift for strength: a meta-analysis",
        "Sports Med",
        "10.1007/s40279-018-0872-x",
    ),
    # injuries
    "Lauersen18": Source(
        "Lauersen et al.", 2018, "Strength training against sports injuries: a meta-analysis", "Br J Sports Med 52:1557"
    ),
    "Lauersen14": Source(
        "Lauersen et al.", 2014, "Exercise against sports injuries: a meta-analysis", "Br J Sports Med 48:871"
    ),
    "Wu24": Source(
        "Wu et al.",
        2024,
        "Exercise programmes against running injuries: a meta-analysis",
        "Sports Med",
        "10.1007/s40279-024-01993-7",
    ),
    "Toresdahl20": Source(
        "Toresdahl et al.",
        2020,
        "A strength programme against injuries before a first marathon: a trial",
        "Sports Health",
        "10.1177/1941738119877180",
    ),
    "Leppanen24": Source(
        "Leppänen et al.",
        2024,
        "Hip and core work against running injuries: a trial",
        "Br J Sports Med",
        "10.1136/bjsports-2023-107926",
    ),
    # taper
    "Bosquet07": Source(
        "Bosquet et al.",
        2007,
        "What tapering does for performance: a meta-analysis",
        "Med Sci Sports Exerc 39:1358-65",
        "10.1249/mss.0b013e31806010e0",
    ),
    "Mujika03": Source(
        "Mujika, Padilla",
        2003,
        "Scientific bases of tapering: a review",
        "Med Sci Sports Exerc 35:1182-7",
        "10.1249/01.MSS.0000074448.73931.11",
    ),
    "Wang23": Source(
        "Wang et al.",
        2023,
        "Tapering in endurance athletes: a meta-analysis",
        "PLoS ONE 18:e0282838",
        "10.1371/journal.pone.0282838",
    ),
    "Smyth21": Source(
        "Smyth, Lawlor",
        2021,
        "Tapers of recreational marathon runners and their times",
        "Front Sports Act Living 3:735220",
        "10.3389/fspor.2021.735220",
    ),
    "Travis20": Source(
        "Travis et al.",
        2020,
        "Tapering and peaking for maximal strength: a review",
        "Sports 8:125",
        "10.3390/sports8090125",
    ),
    # periodization and deload
    "Issurin08": Source(
        "Issurin",
        2008,
        "Block periodization against traditional theory: a review",
        "J Sports Med Phys Fitness 48:65-75",
    ),
    "Issurin10": Source("Issurin", 2010, "New ways of periodizing training: a review", "Sports Med 40:189-206"),
    "Bompa93": Source(
        "Bompa", 0, "Variations of Periodization of Strength", "National Strength and Conditioning Association"
    ),
    "Bompa15": Source("Bompa, Buzzichelli", 2015, "Periodization Training for Sports, 3rd edition", "Human Kinetics"),
    "Friel": Source("Friel", 0, "Triathlete's and Cyclist's Training Bible", "Books; editions differ"),
    "Williams17": Source(
        "Williams et al.",
        2017,
        "Periodized and other strength training: a meta-analysis",
        "Sports Med",
        "10.1007/s40279-017-0734-y",
    ),
    "Moesgaard22": Source(
        "Moesgaard et al.",
        2022,
        "Periodization, strength and muscle size when volume is equal: a meta-analysis",
        "Sports Med",
        "10.1007/s40279-021-01636-1",
    ),
    "Harries15": Source(
        "Harries et al.",
        2015,
        "Linear and undulating periodization for strength: a meta-analysis",
        "J Strength Cond Res",
        "10.1519/JSC.0000000000000712",
    ),
    "Grgic17": Source(
        "Grgic et al.",
        2017,
        "Linear and daily undulating periodization for muscle size: a meta-analysis",
        "PeerJ 5:e3695",
        "10.7717/peerj.3695",
    ),
    "Kiely12": Source(
        "Kiely", 2012, "Periodization in the 21st century: a critique", "Int J Sports Physiol Perform 7:242-50"
    ),
    "Rogerson24": Source(
        "Rogerson et al.",
        2024,
        "How strength athletes deload: a survey",
        "Sports Med Open 10:26",
        "10.1186/s40798-024-00691-y",
    ),
    "Bell23": Source(
        "Bell et al.", 2023, "What deloading is: expert consensus", "Sports Med Open 9:87", "10.1186/s40798-023-00633-0"
    ),
    "Bell22": Source(
        "Bell et al.", 2022, "How coaches deload: interviews", "Front Sports Act Living", "10.3389/fspor.2022.1073223"
    ),
    "Coleman24": Source(
        "Coleman et al.",
        2024,
        "A week off in the middle of a lifting programme: a trial",
        "PeerJ 12:e16777",
        "10.7717/peerj.16777",
    ),
    # load and injury risk
    "Frandsen25": Source(
        "Frandsen et al.",
        2025,
        "How much more than before is too much in one run: a cohort",
        "Br J Sports Med 59:1203-10",
        "10.1136/bjsports-2024-109380",
    ),
    "Buist08": Source(
        "Buist et al.",
        2008,
        "A graded programme against injuries of novice runners: a trial",
        "Am J Sports Med 36:33-9",
    ),
    "Nielsen14": Source(
        "Nielsen et al.",
        2014,
        "Raising the weekly distance and running injuries: a cohort",
        "J Orthop Sports Phys Therapy 44:739-47",
    ),
    "Foster98": Source(
        "Foster", 1998, "Monotony and strain of training and overtraining", "Med Sci Sports Exerc 30:1164-8"
    ),
    "Foster01": Source(
        "Foster et al.", 2001, "Watching training load by session effort", "J Strength Cond Res 15:109-15"
    ),
    "Gabbett16": Source("Gabbett", 2016, "Training load and injuries: the case for training hard", "Br J Sports Med"),
    "Impellizzeri20": Source(
        "Impellizzeri et al.", 2020, "Acute to chronic workload ratios: a critique", "Int J Sports Physiol Perform"
    ),
    "Impellizzeri21": Source(
        "Impellizzeri et al.", 2021, "What is wrong with acute to chronic workload ratios", "Sports Med"
    ),
    # return, health and age
    "Caterisano19": Source(
        "Caterisano et al.",
        2019,
        "Safe return to training after inactivity: consensus guidelines",
        "Strength Cond J 41(3):1-23",
        "10.1519/SSC.0000000000000477",
    ),
    "Schwellnus22": Source(
        "Schwellnus et al.",
        2022,
        "Respiratory infections in athletes and return to sport: consensus",
        "Br J Sports Med 56:1066-88",
        "10.1136/bjsports-2022-105759",
    ),
    "Daniels": Source("Daniels", 0, "Daniels' Running Formula", "Book; editions differ"),
    "Takayama17": Source("Takayama et al.", 2017, "Muscle force after a marathon", "J Sports Med Phys Fitness 57(3)"),
    "Takayama17b": Source("Takayama et al.", 2017, "Aerobic fitness after a marathon", "PMC5613699"),
    "Sherman84": Source("Sherman et al.", 1984, "Leg strength in the week after a marathon", "J Appl Physiol"),
    "Martinez21": Source(
        "Martinez et al.",
        2021,
        "Easy running and other exercise in the week after a marathon",
        "Eur J Sport Sci 21:1668-74",
        "10.1080/17461391.2020.1857441",
    ),
    "Fragala19": Source(
        "Fragala et al., National Strength and Conditioning Association",
        2019,
        "Position statement: resistance training for older adults",
        "J Strength Cond Res 33:2019-52",
    ),
    "Faigenbaum09": Source(
        "Faigenbaum et al., National Strength and Conditioning Association",
        2009,
        "Position statement: youth resistance training",
        "J Strength Cond Res 23(5):S60-79",
    ),
    "Lloyd14": Source(
        "Lloyd et al.", 2014, "Youth resistance training: international consensus", "Br J Sports Med 48:498"
    ),
    "Warburton11": Source(
        "Warburton et al.", 2011, "PAR-Q+: screening questions before physical activity", "Health & Fitness J Canada"
    ),
    "Mottola18": Source(
        "Mottola et al.", 2018, "Guideline for physical activity throughout pregnancy", "Br J Sports Med"
    ),
    "Novacheck98": Source("Novacheck", 1998, "The biomechanics of running: a review", "Gait & Posture 7:77-95"),
}
