use super::*;
use crate::study::portfolio::Limits;

fn asked(revision: u64, question: Question) -> Asked {
    Asked { revision: Revision(revision), question, scenario: Rc::default() }
}

fn quick(revision: u64) -> Asked {
    asked(revision, Question::Odds(Draws::Preview))
}

fn long(revision: u64) -> Asked {
    asked(revision, Question::Frontier { limits: Limits::default() })
}

fn queue(hands: usize) -> Queue {
    let mut queue = Queue::default();
    queue.employ(hands);
    for hand in 0..hands {
        assert_eq!(queue.ready(hand), []);
    }
    queue
}

/// Which worker is asked, under which number, about which scenario.
fn only_ask(calls: &[Call]) -> (usize, Ticket, u64) {
    match calls {
        [Call::Ask(hand, ticket, asked)] => (*hand, *ticket, asked.revision.0),
        other => panic!("one question should go out, not {other:?}"),
    }
}

fn answer() -> Box<Answer> {
    Box::new(Answer::Marginals(Vec::new()))
}

#[test]
fn questions_wait_until_someone_is_ready() {
    let mut queue = Queue::default();
    assert_eq!(queue.ask(quick(1)), []);
    queue.employ(1);
    assert!(queue.owes(0), "a worker has to say that it is ready");
    assert_eq!(queue.ask(quick(2)), []);
    assert_eq!(only_ask(&queue.ready(0)), (0, Ticket(1), 2));
}

#[test]
fn a_quick_look_is_finished_and_the_latest_question_follows() {
    let mut queue = queue(1);
    let (_, first, _) = only_ask(&queue.ask(quick(1)));
    assert_eq!(queue.ask(quick(2)), []);
    assert_eq!(queue.ask(quick(3)), []);
    let (news, calls) = queue.heard(0, Report::Done(first, answer()));
    assert_eq!(news, Some(News::Answered(Revision(1), answer())));
    assert_eq!(only_ask(&calls), (0, Ticket(2), 3), "the question in between is never put");
}

#[test]
fn a_newer_question_calls_off_the_one_being_worked_on() {
    let mut queue = queue(2);
    let (hand, first, _) = only_ask(&queue.ask(long(1)));
    let calls = queue.ask(long(2));
    assert_eq!(calls[0], Call::Drop(hand, first));
    let (_, second, revision) = only_ask(&calls[1..]);
    assert_eq!(revision, 2);
    assert_eq!(queue.heard(hand, Report::Done(first, answer())), (None, Vec::new()), "too late");
    let (news, _) = queue.heard(hand, Report::Going(second, Share(0.5)));
    assert_eq!(news, Some(News::Going(Topic::Frontier, Revision(2), Share(0.5))));
}

#[test]
fn nothing_but_odds_goes_to_the_first_of_several_workers() {
    let mut queue = queue(3);
    assert_eq!(only_ask(&queue.ask(quick(1))).0, 0);
    assert_eq!(only_ask(&queue.ask(long(1))).0, 1);
    assert_eq!(only_ask(&queue.ask(asked(1, Question::Marginals))).0, 2);
    assert_eq!(only_ask(&queue.ask(asked(1, Question::BreakingPoint))).0, 1);
}

#[test]
fn a_single_worker_takes_everything() {
    let mut queue = queue(1);
    assert_eq!(only_ask(&queue.ask(long(1))).0, 0);
    assert_eq!(only_ask(&queue.ask(quick(1))).0, 0);
}

#[test]
fn what_is_called_off_is_neither_answered_nor_waited_for() {
    let mut queue = queue(1);
    let (_, ticket, _) = only_ask(&queue.ask(quick(1)));
    queue.ask(quick(2));
    assert_eq!(queue.stop(Topic::Odds), [Call::Drop(0, ticket)]);
    assert!(!queue.owes(0));
    assert_eq!(queue.heard(0, Report::Done(ticket, answer())), (None, Vec::new()));
}

#[test]
fn a_lost_worker_fails_what_it_worked_on_and_what_waits_goes_to_the_next() {
    let mut queue = queue(1);
    only_ask(&queue.ask(quick(1)));
    queue.ask(quick(2));
    let failed = News::Failed(Topic::Odds, Revision(1), Unanswered::Stopped);
    assert_eq!(queue.lost(0), [failed]);
    assert_eq!(queue.ask(long(2)), [], "nobody is ready");
    let calls = queue.ready(0);
    assert_eq!(calls.len(), 2, "{calls:?}");
}

#[test]
fn where_nobody_can_work_everything_fails_in_words() {
    let mut queue = queue(1);
    queue.employ(1);
    queue.ask(quick(4));
    let failed = News::Failed(Topic::Odds, Revision(4), Unanswered::NotThere);
    assert_eq!(queue.give_up(), [failed]);
}

#[test]
fn a_question_that_cannot_be_answered_makes_room_for_the_next() {
    let mut queue = queue(1);
    let (_, ticket, _) = only_ask(&queue.ask(quick(1)));
    queue.ask(quick(2));
    let (news, calls) = queue.heard(0, Report::Declined(ticket));
    assert_eq!(news, Some(News::Failed(Topic::Odds, Revision(1), Unanswered::Declined)));
    assert_eq!(only_ask(&calls).2, 2);
}

#[test]
fn a_new_plan_leaves_no_question_about_the_old_one() {
    let mut queue = queue(2);
    let (hand, ticket, _) = only_ask(&queue.ask(long(1)));
    queue.ask(quick(1));
    queue.clear();
    assert_eq!(queue.heard(hand, Report::Done(ticket, answer())), (None, Vec::new()));
    assert!(!queue.owes(0) && !queue.owes(1));
}

#[test]
fn an_answer_so_far_is_passed_on_and_the_work_goes_on() {
    let mut queue = queue(1);
    let (_, ticket, _) = only_ask(&queue.ask(asked(1, Question::Marginals)));
    let (news, calls) = queue.heard(0, Report::SoFar(ticket, answer()));
    assert_eq!((news, calls), (Some(News::Answered(Revision(1), answer())), Vec::new()));
    assert!(queue.owes(0));
}
