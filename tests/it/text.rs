//! Words and numbers as a planner reads them, in both languages.

use mogao::engine::outcome::{Attainment, Test};
use mogao::plan::lever::{self, Group, Kind, Lever, LeverSpec, Span, Unit};
use mogao::plan::provenance::Provenance;
use mogao::plan::tier::TierMode;
use mogao::text::number::{self, ParseProblem, parse};
use mogao::text::verdict::{Ink, Standing};
use mogao::text::{Language, Text};
use mogao::units::{Grid, NominalMoney, Points, Quarters, Rate, Share, Year};

const ZH: Text = Text { language: Language::Zh, thousands: true };
const EN: Text = Text { language: Language::En, thousands: true };

/// The thin space before a unit as a plain one, so that expectations are easy to read.
fn seen(text: impl AsRef<str>) -> String {
    text.as_ref().replace(number::THIN, " ")
}

fn spec(kind: Kind, default: f64, step: f64, hard: (f64, f64)) -> LeverSpec {
    let span = Span { min: hard.0, max: hard.1 };
    LeverSpec {
        lever: Lever { kind, item: 0, driver: 0, year: Year(2023) },
        default,
        range: span,
        plausible: span,
        hard: span,
        step,
        provenance: Provenance::Assumption,
        source: String::new(),
    }
}

/// A tier that asks for both, held against an outcome.
fn tier(asked: (f64, f64), outcome: (f64, f64), mode: TierMode) -> Attainment {
    let (growth, level) = asked;
    let level_gap = level - outcome.0;
    let growth_gap = growth - outcome.1;
    let (growth_met, level_met) = (growth_gap <= 0.0, level_gap <= 0.0);
    Attainment {
        mode,
        growth: Some(Rate(growth)),
        level: Some(NominalMoney(level)),
        growth_met: Some(growth_met),
        level_met: Some(level_met),
        attained: match mode {
            TierMode::Both => growth_met && level_met,
            TierMode::Growth => growth_met,
            TierMode::Level => level_met,
            TierMode::Any => growth_met || level_met,
        },
        growth_gap: Some(Points(growth_gap * 100.0)),
        level_gap: Some(NominalMoney(level_gap)),
        level_of_growth: Some(NominalMoney(1150.1 * (1.0 + growth))),
        binding: Test::Growth,
        binding_gap: NominalMoney(level_gap),
        implied_base: Some(NominalMoney(level / (1.0 + growth))),
        implied_deflator: None,
        level_crossing: None,
        growth_crossing: None,
        required: None,
    }
}

const ASKED: [(f64, f64); 3] = [(0.07, 1230.6), (0.078, 1234.6), (0.125, 1300.0)];

/// The verdict on the three tiers of the plan, all by growth and level.
fn verdict(text: Text, outcome: (f64, f64)) -> String {
    verdict_by(text, outcome, TierMode::Both)
}

fn verdict_by(text: Text, outcome: (f64, f64), mode: TierMode) -> String {
    let names = match text.language {
        Language::Zh => ["目标值", "争取值", "奋斗值"],
        Language::En => ["Target", "Strive", "Stretch"],
    };
    let tiers = ASKED.map(|asked| tier(asked, outcome, mode));
    seen(text.verdict(&standing(outcome, names.into_iter().zip(&tiers).collect())).plain())
}

fn standing<'a>(outcome: (f64, f64), tiers: Vec<(&'a str, &'a Attainment)>) -> Standing<'a> {
    Standing { year: Year(2023), nominal: NominalMoney(outcome.0), growth: Rate(outcome.1), tiers }
}

#[test]
fn money_and_rates_are_written_as_planners_write_them() {
    assert_eq!(ZH.money(NominalMoney(1231.24)), "1,231.2\u{202F}亿元");
    assert_eq!(EN.money(NominalMoney(1231.24)), "123.12\u{202F}bn yuan");
    assert_eq!(seen(ZH.rate(Rate(0.07))), "7.0 %");
    assert_eq!(seen(ZH.rate_fine(Rate(0.0705))), "7.05 %");
    assert_eq!(seen(ZH.points(Points(0.75))), "0.75 个百分点");
    assert_eq!(seen(EN.points_change(Points(0.75))), "+0.75 pp");
    assert_eq!(seen(ZH.money_change(NominalMoney(16.1))), "+16.1 亿元");
    assert_eq!(seen(ZH.money_change(NominalMoney(-16.1))), "−16.1 亿元");
    assert_eq!(ZH.money_number(NominalMoney(1_234_567.0)), "1,234,567.0");
    let bare = Text { thousands: false, ..ZH };
    assert_eq!(bare.money_number(NominalMoney(1231.24)), "1231.2");
}

#[test]
fn rounding_is_half_up_as_statistics_are_published() {
    assert_eq!(ZH.number(6.25, 1), "6.3");
    assert_eq!(ZH.number(-6.25, 1), "−6.3");
    assert_eq!(ZH.number(1.005, 2), "1.01");
    assert_eq!(seen(ZH.rate(Rate(0.0705))), "7.1 %");
    assert_eq!(ZH.number(999.95, 1), "1,000.0");
}

#[test]
fn there_is_no_minus_zero_and_no_plus_zero() {
    assert_eq!(ZH.number(-0.04, 1), "0.0");
    assert_eq!(ZH.signed(-0.04, 1), "0.0");
    assert_eq!(ZH.signed(0.04, 1), "0.0");
    assert_eq!(ZH.number(-0.0, 0), "0");
    assert_eq!(number::in_file(-0.0), "0");
    assert_eq!(seen(ZH.growth_phrase(Rate(-0.00001))), "增长 0.00 %");
}

#[test]
fn what_is_not_a_number_is_a_dash_without_unit() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(ZH.money(NominalMoney(value)), "—");
        assert_eq!(EN.rate(Rate(value)), "—");
        assert_eq!(ZH.draws(Share(value)), "—");
        assert_eq!(number::in_file(value), "");
    }
}

#[test]
fn a_gap_too_small_to_be_written_is_said_in_words() {
    assert_eq!(seen(ZH.money_gap(NominalMoney(0.02))), "不到 0.1 亿元");
    assert_eq!(seen(ZH.money_gap(NominalMoney(0.09))), "不到 0.1 亿元");
    assert_eq!(seen(ZH.money_gap(NominalMoney(0.1))), "0.1 亿元");
    assert_eq!(seen(EN.money_gap(NominalMoney(-0.02))), "less than 0.01 bn yuan");
    assert_eq!(seen(ZH.points_gap(Points(0.004))), "不到 0.01 个百分点");
    assert_eq!(seen(EN.points_gap(Points(0.004))), "less than 0.01 pp");
}

#[test]
fn quarters_have_the_names_of_the_communique() {
    let grid = Grid { base_year: Year(2022), years: 6 };
    assert_eq!(seen(ZH.quarter(grid, 4)), "2023 年一季度");
    assert_eq!(EN.quarter(grid, 7), "2023 Q4");
    assert_eq!(ZH.year_to_date(5), "上半年");
    assert_eq!(EN.year_to_date(6), "first three quarters");
    assert_eq!(seen(ZH.quarter_at(grid, Quarters(4.0))), "2022 年四季度");
    assert_eq!(seen(ZH.quarter_at(grid, Quarters(4.01))), "2023 年一季度");
    assert_eq!(seen(EN.duration(Quarters(1.0))), "1 quarter");
    assert_eq!(seen(EN.duration(Quarters(0.5))), "0.5 quarters");
    assert_eq!(seen(ZH.delay(Quarters(-2.0))), "提前 2 个季度");
}

#[test]
fn odds_are_whole_numbers_and_certainty_is_never_invented() {
    assert_eq!(ZH.draws(Share(0.58)), "百次中 58 次");
    assert_eq!(ZH.draws(Share(0.004)), "百次中不到 1 次");
    assert_eq!(ZH.draws(Share(0.0)), "百次中 0 次");
    assert_eq!(EN.draws(Share(0.998)), "in more than 99 of 100 futures");
    assert_eq!(EN.draws(Share(1.0)), "in 100 of 100 futures");
}

#[test]
fn a_lever_shows_the_decimals_of_its_step_and_more_only_where_typed() {
    let growth = spec(Kind::Growth, 0.06, 0.001, (-0.5, 0.5));
    assert_eq!(ZH.lever_number(&growth, 0.065), "6.5");
    assert_eq!(ZH.lever_number(&growth, 0.0655), "6.55");
    assert_eq!(ZH.lever_number(&growth, 0.065_123_456_7), "6.5");
    assert_eq!(seen(ZH.lever_change(&growth, 0.06, 0.065)), "+0.5 个百分点");
    let common = spec(Kind::CommonGrowth, 0.0, 0.0001, (-0.05, 0.05));
    assert_eq!(seen(ZH.lever_value(&common, 0.0008)), "0.08 个百分点");
    let turnover = spec(Kind::Turnover, 80.0, 1.0, (0.0, 1000.0));
    assert_eq!(seen(ZH.lever_value(&turnover, 80.0)), "80.0 亿元");
    assert_eq!(seen(EN.lever_value(&turnover, 85.0)), "8.50 bn yuan");
    let spoken = seen(ZH.lever_spoken(&growth, 0.065));
    assert_eq!(spoken, "6.5 %，默认 6.0 %，+0.5 个百分点");
}

#[test]
fn a_field_keeps_its_decimals_under_the_finger_and_a_sentence_drops_needless_ones() {
    let growth = spec(Kind::Growth, 0.06, 0.0005, (-0.5, 0.5));
    assert_eq!(ZH.lever_number(&growth, 0.065), "6.50");
    assert_eq!(seen(ZH.lever_value(&growth, 0.065)), "6.5 %");
    assert_eq!(seen(ZH.lever_value(&growth, 0.0655)), "6.55 %");
    assert_eq!(seen(ZH.default_mark(&growth)), "默认 6.0");
    let slip = spec(Kind::Slip, 0.5, 0.01, (0.0, 12.0));
    assert_eq!(seen(ZH.lever_value(&slip, 0.5)), "0.5 个季度");
    assert_eq!(seen(EN.lever_value(&slip, 1.0)), "1 quarter");
    assert_eq!(seen(ZH.lever_change(&slip, 0.5, 1.0)), "+0.5 个季度");
}

#[test]
fn the_shipped_plan_reads_as_its_document_does() {
    let plan = mogao::seeds::chengguan().unwrap();
    let wholesale = plan.industries.iter().position(|i| i.name.zh == "批发和零售业").unwrap();
    let lever = Lever::of_industry(Kind::Growth, wholesale, plan.year);
    let spec = lever::spec(lever, &plan).unwrap();
    assert_eq!(seen(ZH.lever_moved(&plan, &spec, 0.06, 0.065)), "批发和零售业增速 6.0 → 6.5 %");
    assert_eq!(
        seen(EN.lever_moved(&plan, &spec, 0.06, 0.065)),
        "Wholesale and retail: growth 6.0 → 6.5 %"
    );
    let stated = |id: &str, text: Text| {
        let goal = plan.indicators.iter().find(|goal| goal.id == id).unwrap();
        seen(text.indicator_stated(goal))
    };
    assert_eq!(stated("S10", ZH), "力争 140.04 亿元");
    assert_eq!(stated("S10", EN), "14.004 bn yuan striven for");
    assert_eq!(stated("S18", ZH), "80 亿元以上");
    assert_eq!(stated("S02", EN), "more than 123.06 bn yuan");
    assert_eq!(stated("S20", ZH), "5 户");
}

#[test]
fn a_typed_value_outside_the_hard_limits_is_refused_with_the_limits() {
    let growth = spec(Kind::Growth, 0.06, 0.001, (-0.5, 0.5));
    assert_eq!(ZH.read_lever(&growth, "6.5%"), Ok(0.065));
    assert_eq!(ZH.read_lever(&growth, "50"), Ok(0.5));
    let problem = ZH.read_lever(&growth, "60").unwrap_err();
    assert_eq!(problem, ParseProblem::OutOfLimits);
    assert_eq!(seen(ZH.lever_problem(&growth, problem)), "请填 −50.0 到 50.0 % 之间的数。");
    assert_eq!(seen(EN.lever_problem(&growth, problem)), "Enter a number from −50.0 to 50.0 %.");
    assert_eq!(ZH.lever_problem(&growth, ParseProblem::WrongUnit), "单位不符，这里的单位是 %。");
}

/// A small generator with a fixed seed, so that a failure can be repeated.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[test]
fn what_is_written_reads_back_within_half_of_its_last_digit() {
    let levers = [
        spec(Kind::Growth, 0.06, 0.001, (-1.0, 1.0)),
        spec(Kind::CommonGrowth, 0.0, 0.0001, (-1.0, 1.0)),
        spec(Kind::Execution, 0.8, 0.01, (-1.0, 1.0)),
        spec(Kind::BaseGdp, 1150.1, 0.1, (-1e5, 1e5)),
        spec(Kind::Slip, 0.5, 0.25, (-40.0, 40.0)),
        spec(Kind::Icor, 3.5, 0.1, (-40.0, 40.0)),
    ];
    let mut draws = Draws(20_230_101);
    for spec in &levers {
        for text in [ZH, EN, Text { thousands: false, ..ZH }] {
            for _ in 0..2000 {
                let value = spec.hard.min + (spec.hard.max - spec.hard.min) * draws.unit();
                let written = text.lever_value(spec, value);
                let read = parse(spec.lever.kind.unit(), text.language, &written);
                let read = read.unwrap_or_else(|problem| panic!("{written}: {problem:?}"));
                // At least the step is written, so half a step is the most that is lost.
                assert!((read - value).abs() <= spec.step / 2.0 + 1e-9, "{written} from {value}");
            }
        }
    }
}

#[test]
fn no_text_whatever_stops_the_reading() {
    let pieces: Vec<char> =
        "0123456789.,+-−eE%％亿万元个百分点季度 \u{202F}１２３，。—¥bnpp\u{0}é🎋\u{FF5E}"
            .chars()
            .collect();
    let mut draws = Draws(7);
    for _ in 0..20_000 {
        let length = draws.next() % 12;
        let typed: String =
            (0..length).map(|_| pieces[(draws.next() % pieces.len() as u64) as usize]).collect();
        for unit in [Unit::Rate, Unit::RateDifference, Unit::Money, Unit::Quarters, Unit::Factor] {
            for language in Language::ALL {
                if let Ok(value) = parse(unit, language, &typed) {
                    assert!(value.is_finite(), "{typed:?}");
                }
            }
        }
    }
    assert!(parse(Unit::Money, Language::Zh, &"9".repeat(10_000)).is_err());
}

#[test]
fn the_verdict_names_the_tier_reached_and_the_way_to_the_next() {
    let outcome = (1231.2, 0.0705);
    assert_eq!(
        verdict(ZH, outcome),
        "2023 年预计 1,231.2 亿元、增长 7.05 %，达到目标值；距争取值还差 3.4 亿元、0.75 个百分点。"
    );
    assert_eq!(
        verdict(EN, outcome),
        "2023 comes to 123.12 bn yuan with growth of 7.05 % and reaches Target; \
         Strive is still 0.34 bn yuan and 0.75 pp away."
    );
}

#[test]
fn the_tier_reached_is_inked_and_nothing_else() {
    let reached = tier((0.07, 1230.6), (1231.2, 0.0705), TierMode::Both);
    let missed = tier((0.078, 1234.6), (1231.2, 0.0705), TierMode::Both);
    let tiers = vec![("目标⟧值⟦", &reached), ("争取值", &missed)];
    let verdict = ZH.verdict(&standing((1231.2, 0.0705), tiers));
    let inked: Vec<&str> = verdict
        .spans
        .iter()
        .filter(|span| span.ink == Ink::Reached)
        .map(|span| span.text.as_str())
        .collect();
    assert_eq!(inked, ["达到目标值"]);
}

#[test]
fn no_tier_reached_is_said_with_both_gaps() {
    assert_eq!(
        verdict(ZH, (1226.3, 0.0662)),
        "2023 年预计 1,226.3 亿元、增长 6.62 %，未达到目标值，还差 4.3 亿元、0.38 个百分点。"
    );
    assert_eq!(
        verdict(EN, (1140.0, -0.0088)),
        "2023 comes to 114.00 bn yuan with a fall of 0.88 %, \
         and falls short of Target by 9.06 bn yuan and 7.88 pp."
    );
}

#[test]
fn all_tiers_reached_is_said_with_what_is_to_spare() {
    assert_eq!(
        verdict(ZH, (1303.4, 0.1333)),
        "2023 年预计 1,303.4 亿元、增长 13.33 %，各档目标全部达到；比奋斗值还多 3.4 亿元、0.83 个百分点。"
    );
    assert_eq!(
        verdict(EN, (1300.0, 0.125)),
        "2023 comes to 130.00 bn yuan with growth of 12.50 % and reaches every tier, Stretch only just."
    );
}

#[test]
fn where_one_test_of_two_holds_the_verdict_says_which_one_fails() {
    assert_eq!(
        verdict(ZH, (1236.0, 0.0748)),
        "2023 年预计 1,236.0 亿元、增长 7.48 %，达到目标值；距争取值还差 0.32 个百分点（总量已够）。"
    );
    assert_eq!(
        verdict(EN, (1229.0, 0.0712)),
        "2023 comes to 122.90 bn yuan with growth of 7.12 %, \
         and falls short of Target by 0.16 bn yuan (growth suffices)."
    );
    assert_eq!(
        verdict_by(ZH, (1226.3, 0.0662), TierMode::Any),
        "2023 年预计 1,226.3 亿元、增长 6.62 %，未达到目标值，还差 4.3 亿元或 0.38 个百分点。"
    );
    assert_eq!(
        verdict_by(EN, (1226.3, 0.0662), TierMode::Growth),
        "2023 comes to 122.63 bn yuan with growth of 6.62 %, and falls short of Target by 0.38 pp."
    );
}

#[test]
fn a_tier_missed_by_a_hair_is_not_called_reached() {
    let said = verdict(ZH, (1230.58, 0.069_96));
    assert_eq!(
        said,
        "2023 年预计 1,230.6 亿元、增长 7.00 %，未达到目标值，还差不到 0.1 亿元、不到 0.01 个百分点。"
    );
    assert!(verdict(EN, (1230.58, 0.069_96)).contains("by less than 0.01 bn yuan and less than"));
}

#[test]
fn a_lower_tier_missed_under_a_higher_one_reached_is_not_hidden() {
    let outcome = (1231.2, 0.0705);
    let lower = tier((0.07, 1240.0), outcome, TierMode::Both);
    let higher = tier((0.07, 1231.0), outcome, TierMode::Both);
    let said = ZH.verdict(&standing(outcome, vec![("目标值", &lower), ("争取值", &higher)]));
    assert_eq!(
        seen(said.plain()),
        "2023 年预计 1,231.2 亿元、增长 7.05 %，达到争取值；但目标值未达到，还差 8.8 亿元（增速已够）。"
    );
}

#[test]
fn an_outcome_that_cannot_be_computed_is_said_so() {
    assert!(verdict(ZH, (f64::NAN, 0.07)).starts_with("2023 年的结果算不出来"));
    assert!(verdict(EN, (1230.0, f64::INFINITY)).starts_with("2023 cannot be computed"));
    let alone = seen(ZH.verdict(&standing((1231.2, 0.0705), Vec::new())).plain());
    assert_eq!(alone, "2023 年预计 1,231.2 亿元、增长 7.05 %。");
}

#[test]
fn the_label_beside_a_mark_says_short_or_to_spare() {
    let outcome = (1231.2, 0.0705);
    let [target, strive, _] = ASKED.map(|asked| tier(asked, outcome, TierMode::Both));
    assert_eq!(seen(ZH.tier_state(&target)), "余 0.6 亿元、0.05 个百分点");
    assert_eq!(seen(ZH.tier_state(&strive)), "差 3.4 亿元、0.75 个百分点");
    assert_eq!(seen(EN.tier_state(&strive)), "short by 0.34 bn yuan and 0.75 pp");
    assert_eq!(seen(EN.tier_state(&target)), "0.06 bn yuan and 0.05 pp to spare");
    assert_eq!(seen(ZH.tier_asks_for(&strive)), "1,234.6 亿元 · 7.8 %");
}

#[test]
fn the_announcement_says_lever_value_and_verdict() {
    let outcome = (1231.2, 0.0705);
    let target = tier(ASKED[0], outcome, TierMode::Both);
    let verdict = ZH.verdict(&standing(outcome, vec![("目标值", &target)]));
    assert_eq!(
        seen(ZH.announcement("批发和零售业增速", "6.5 %", &verdict)),
        "批发和零售业增速：6.5 %。2023 年预计 1,231.2 亿元、增长 7.05 %，达到目标值，余 0.6 亿元、0.05 个百分点。"
    );
}

#[test]
fn tiers_from_different_bases_are_pointed_out_and_left_alone() {
    let outcome = (1231.2, 0.0705);
    let tiers = ASKED.map(|asked| tier(asked, outcome, TierMode::Both));
    let notice = ZH.implied_base_notice(Year(2022), &tiers).unwrap();
    assert_eq!(
        seen(notice),
        "各档目标的增速与总量推出的 2022 年基数不一致（1,150.1 / 1,145.3 / 1,155.6 亿元），\
         请以统计部门核定数为准。"
    );
    let notice = EN.implied_base_notice(Year(2022), &tiers).unwrap();
    assert!(seen(notice).contains("(115.01 / 114.53 / 115.56 bn yuan)"));
    assert_eq!(ZH.implied_base_notice(Year(2022), &tiers[..1]), None);
}

#[test]
fn the_reasons_give_both_tests_with_their_numbers_and_the_one_that_decides() {
    let outcome = (1236.0, 0.0748);
    let strive = tier(ASKED[1], outcome, TierMode::Both);
    let reasons = ZH.tier_reasons("争取值", &strive, &standing(outcome, Vec::new()));
    assert_eq!(reasons.conclusion, "争取值未达到");
    let said: Vec<String> = reasons.tests.iter().map(|test| seen(&test.sentence)).collect();
    assert_eq!(
        said,
        [
            "总量 1,236.0 亿元，不低于要求的 1,234.6 亿元",
            "增速 7.48 %，低于要求的 7.8 %，差 0.32 个百分点",
        ]
    );
    assert_eq!(reasons.decided_by.as_deref(), Some("起决定作用的是增速（可比价）"));
}

#[test]
fn growth_that_counts_only_when_rounded_is_said_to_be_so() {
    let mut target = tier(ASKED[0], (1231.2, 0.0696), TierMode::Both);
    target.growth_gap = Some(Points(-0.01));
    target.growth_met = Some(true);
    target.attained = true;
    let reasons = EN.tier_reasons("Target", &target, &standing((1231.2, 0.0696), Vec::new()));
    assert_eq!(
        seen(&reasons.tests[1].sentence),
        "Growth 6.96 %, which rounds to the 7.0 % asked for as published"
    );
}

#[test]
fn every_lever_and_group_has_a_name_and_a_line_of_help_in_both_languages() {
    let han = |text: &str| text.contains(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    for &kind in Kind::ALL {
        assert!(han(ZH.lever_kind(kind)) && han(ZH.lever_help(kind)), "{kind:?}");
        assert!(!han(EN.lever_kind(kind)) && !han(EN.lever_help(kind)), "{kind:?}");
        assert!(ZH.lever_help(kind).ends_with('。') && EN.lever_help(kind).ends_with('.'));
    }
    for group in Group::ALL {
        assert!(han(ZH.group(group)) && !han(EN.group(group)));
    }
}

#[test]
fn the_fewest_words_on_a_tier_are_those_of_the_test_that_decides() {
    let mut strive = tier(ASKED[1], (1231.2, 0.0705), TierMode::Both);
    assert_eq!(seen(ZH.tier_brief(&strive)), "差 0.75 个百分点");
    assert_eq!(ZH.tier_binding(&strive), Some("卡在增速"));
    strive.binding = Test::Level;
    assert_eq!(seen(EN.tier_brief(&strive)), "short by 0.34 bn yuan");
    assert_eq!(EN.tier_binding(&strive), Some("the level decides"));
    let target = tier(ASKED[0], (1231.2, 0.0705), TierMode::Both);
    assert_eq!(ZH.tier_binding(&target), None);
    assert_eq!(ZH.tier_brief(&target), "已达到");
}

#[test]
fn axes_show_levels_without_needless_decimals() {
    assert_eq!(ZH.money_mark(NominalMoney(1300.0)), "1,300");
    assert_eq!(ZH.money_mark(NominalMoney(1234.6)), "1,234.6");
    assert_eq!(EN.money_mark(NominalMoney(1300.0)), "130");
}
