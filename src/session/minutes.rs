//! Minutes of the sitting from its tree of steps.

use super::history::{History, StepId};
use crate::engine::{self, Outcome};
use crate::exchange::document;
use crate::exchange::minutes::{Minutes, Move};
use crate::plan::Plan;
use crate::plan::resolve::resolve;
use crate::text::moment::Moment;
use std::rc::Rc;

/// What the minutes say beside the steps.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The scenario's name and what is noted about it.
    pub name: &'a str,
    /// See `name`.
    pub note: &'a str,
    /// The version of the program.
    pub version: &'a str,
    /// When they are written.
    pub at: Option<Moment>,
}

/// Minutes of a tree: the way to where it stands, and every step beside it. Each step is run once.
#[must_use]
pub fn minutes<'a>(
    plan: &'a Plan,
    history: &History,
    outcome: &'a Outcome,
    head: Head<'a>,
) -> Minutes<'a> {
    let steps = history.all();
    let outcomes: Vec<Rc<Outcome>> =
        steps.iter().map(|step| Rc::new(engine::run(&resolve(plan, &step.scenario)))).collect();
    let path = history.path(history.now());
    let number = |step: StepId| path.iter().position(|&walked| walked == step);
    // Where the way to a step leaves the way to what stands.
    let parted = |step: StepId| {
        history.path(step).iter().rev().find_map(|&before| number(before)).unwrap_or(0)
    };
    let told = |id: StepId| {
        let step = steps.get(id)?;
        let before = outcomes.get(step.parent?)?;
        Some(Move {
            id,
            after: parted(step.parent?),
            at: step.at,
            name: step.name.clone(),
            decided: step.decided,
            changes: step.changes.clone(),
            before: before.clone(),
            outcome: outcomes.get(id)?.clone(),
        })
    };
    let rows = history.rows();
    let aside = rows.iter().map(|row| row.step).filter(|&step| number(step).is_none());
    Minutes {
        plan,
        name: head.name,
        note: head.note,
        fingerprint: document::fingerprint(plan, &history.scenario()),
        version: head.version,
        at: head.at,
        outcome,
        walked: path.iter().filter_map(|&step| told(step)).collect(),
        tried: aside.filter_map(told).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::minutes::{html, markdown};
    use crate::plan::lever::{Kind, Lever};
    use crate::seeds;
    use crate::session::Session;
    use crate::session::action::Action;
    use crate::session::screen::Theme;
    use crate::text::{Language, Text};

    /// Two steps to what stands, the second decided, and one that was tried and left.
    fn sitting() -> Session {
        let plan = Rc::new(seeds::chengguan().unwrap());
        let lever = Lever::of_year(Kind::CommonGrowth, plan.year);
        let mut session = Session::new(plan, Language::Zh, Theme::System);
        let mut step = |ms: f64, value: f64| {
            session.moment = Some(Moment { ms, ahead: 480 });
            session.update(Action::LeverTyped(lever, value));
        };
        step(1_772_692_000_000.0, 0.003);
        step(1_772_692_060_000.0, 0.01);
        session.update(Action::Undone);
        session.moment = Some(Moment { ms: 1_772_692_327_999.0, ahead: 480 });
        session.update(Action::LeverTyped(lever, 0.005));
        session.update(Action::StepNamed(3, "<b>最后|定".to_owned()));
        session.update(Action::StepDecided(3, true));
        session
    }

    fn told(session: &Session) -> Minutes<'_> {
        let head = Head { name: "甲", note: "备注", version: "1", at: session.moment };
        minutes(&session.plan, &session.history, &session.outcome, head)
    }

    #[test]
    fn steps_on_the_way_are_walked_and_those_that_were_left_are_tried() {
        let session = sitting();
        let minutes = told(&session);
        assert_eq!(minutes.walked.iter().map(|step| step.id).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(
            minutes.tried.iter().map(|step| (step.id, step.after)).collect::<Vec<_>>(),
            [(2, 1)]
        );
        assert_eq!(*minutes.walked[1].before, *minutes.walked[0].outcome);
        assert_eq!(*minutes.walked[1].outcome, *session.outcome);
    }

    #[test]
    fn every_move_says_its_time_its_change_and_what_came_of_it() {
        let session = sitting();
        let sheet = told(&session).sheet(Text::new(Language::Zh));
        let [decided, walked, tried] = &sheet.tables[..] else { panic!("three tables") };
        assert_eq!((decided.lines.len(), walked.lines.len(), tried.lines.len()), (1, 2, 1));
        let last = &walked.lines[1];
        assert_eq!(last.cells[..2], ["2", "14:32:07"]);
        assert!(last.changes[0].contains("0.30 → 0.50"), "{last:?}");
        assert!(last.cells[2].starts_with('+') && last.cells[3].starts_with("+0.2"), "{last:?}");
        assert_eq!(sheet.headers.len(), last.cells.len() + 1);
        assert!(tried.lines[0].cells[0].contains('1'), "{tried:?}");
    }

    #[test]
    fn both_forms_tell_the_whole_sheet_and_names_stay_text() {
        let session = sitting();
        for language in Language::ALL {
            let text = Text::new(language);
            let sheet = told(&session).sheet(text);
            let page = html::written(&sheet, text.decided());
            let plain = markdown::written(&sheet, text.decided());
            assert!(!page.contains("<b>最后") && page.contains("&lt;b&gt;最后|定"), "{page}");
            assert!(plain.contains(r"&lt;b\>最后\|定"), "{plain}");
            for line in sheet.tables.iter().flat_map(|table| &table.lines) {
                for cell in &line.cells {
                    assert!(page.contains(cell.as_str()), "{cell}");
                }
            }
            // Every row of a table has as many cells as its head.
            for row in plain.lines().filter(|line| line.starts_with("| ")) {
                let bars = row.matches('|').count() - row.matches(r"\|").count();
                assert_eq!(bars, sheet.headers.len() + 1, "{row}");
            }
            assert!(!page.contains("http") && !page.contains("<script"));
        }
    }
}
