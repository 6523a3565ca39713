//! One line that must be read before the numbers are believed.

use super::audit::{AuditButton, use_audit};
use crate::engine::audit::{Severity, count};
use crate::session::action::Action;
use crate::session::library::{Notice, Told};
use crate::ui::browser::folded;
use crate::ui::part::part;
use crate::ui::snapshot::{RegionProps, Snapshot, does};
use yew::prelude::*;

/// That the tiers do not share one base year, or that other numbers contradict each other, and the
/// way to all that was found. Folded away it stays within reach of the footer.
#[component]
pub(crate) fn Notices(props: &RegionProps) -> Html {
    let snapshot = &props.snapshot;
    let text = snapshot.text();
    let findings = use_audit(snapshot);
    let redraw = use_force_update();
    let bases = text.implied_base_notice(snapshot.plan.grid.base_year, &snapshot.outcome.tiers);
    let contradictions = count(&findings, Severity::Contradiction);
    let short =
        if bases.is_some() { text.audit_bases_short() } else { text.audit_contradictions() };
    let notice = bases.unwrap_or_else(|| text.audit_contradictions().to_owned());
    // By number and not by words: another language is no other notice.
    let subject = format!("{} {contradictions} {}", snapshot.plan.id, bases_of(snapshot));
    let shown = contradictions > 0 && !folded::is_folded(&subject);
    let fold = Callback::from(move |_: MouseEvent| {
        folded::fold(&subject);
        redraw.force_update();
    });
    html! {
        <section class="notices" aria-label={text.audit()}>
            { kept(snapshot) }
            if shown {
                <div class="notice one-line" data-kind="warning">
                    <p class="notice-words">
                        <span class="notice-long">{ notice }</span>
                        <span class="notice-short">{ short }</span>
                    </p>
                    <span class="notice-actions">
                        { part!(AuditButton { name: "notice-audit", class: "link", snapshot: snapshot.clone() }) }
                        <button type="button" class="button square plain" data-action="fold" onclick={fold}
                            title={text.audit_fold()} aria-label={text.audit_fold()}>{ "×" }</button>
                    </span>
                </div>
            }
        </section>
    }
}

/// What happened to what is kept.
fn kept(snapshot: &Snapshot) -> Html {
    let text = snapshot.text();
    let Some(notice) = snapshot.library.notice else { return Html::default() };
    let words = match notice {
        Notice::Recovered(at) => text.notice_recovered(text.day_and_time(at)),
        Notice::Unreadable => text.notice_unreadable().to_owned(),
        Notice::ConflictCopy => text.notice_conflict().to_owned(),
        Notice::SafeMode => text.notice_safe_mode().to_owned(),
    };
    html! {
        <div class="notice one-line kept-notice" data-kind="warning" role="status">
            <p class="notice-words">{ words }</p>
            <span class="notice-actions">
                <button type="button" class="link" data-action="notice-read"
                    onclick={does(snapshot, Action::Library(Told::NoticeRead))}>{ text.notice_read() }</button>
            </span>
        </div>
    }
}

/// The bases that the tiers imply, as the notice shows them.
fn bases_of(snapshot: &Snapshot) -> String {
    let text = snapshot.text();
    let bases = snapshot.outcome.tiers.iter().filter_map(|tier| tier.implied_base);
    bases.map(|base| text.money_number(base)).collect::<Vec<_>>().join(" ")
}
