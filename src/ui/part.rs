//! Components that share one life cycle.
//!
//! The framework compiles the life cycle of a component (create, update, compare, draw, destroy) once for
//! each type of component, some eight kilobytes a time. Here all of it is compiled once, for [`Part`]; a
//! component costs what its own function costs.
//!
//! A component is written as anywhere in yew, hooks and all:
//!
//! ```ignore
//! #[component]
//! pub(crate) fn Greeting(props: &GreetingProps) -> Html { … }
//! ```
//!
//! and used through [`part!`] where yew would have a tag. Properties are written as in [`yew::props!`]: a
//! name alone stands for a variable of that name, those with a default may be left out, and what would
//! stand inside the tag is `children`. A key comes first.
//!
//! ```ignore
//! html! {
//!     <section>
//!         { part!(Greeting { name: name.clone(), hour }) }
//!         { part!(key = index, Panel { title, children: html! { <p>{ "…" }</p> } }) }
//!     </section>
//! }
//! ```
//!
//! It draws again when its properties differ from those before or one of its hooks asks for it, like any
//! component. A tag, `<Greeting … />`, works too, but brings back its kilobytes; a tidy test finds it.

use std::any::{Any, type_name};
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::HtmlResult;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VList};

/// Shows a component: see the top of this file.
macro_rules! part {
    (key = $key:expr, $component:path { $($properties:tt)* }) => {
        $crate::ui::part::show::<$component>(
            Some(::yew::virtual_dom::Key::from($key)),
            ::yew::props!(<$component as ::yew::functional::FunctionProvider>::Properties {
                $($properties)*
            }),
        )
    };
    ($component:path { $($properties:tt)* }) => {
        $crate::ui::part::show::<$component>(
            None,
            ::yew::props!(<$component as ::yew::functional::FunctionProvider>::Properties {
                $($properties)*
            }),
        )
    };
}
pub(crate) use part;

/// The component `C` with its properties; what [`part!`] calls.
pub(crate) fn show<C: FunctionProvider + 'static>(
    key: Option<Key>,
    properties: C::Properties,
) -> Html {
    place(type_name::<C>(), key, Rc::new(View::<C>(properties)))
}

/// Shows the component `C` as the whole page.
pub(crate) fn start<C: FunctionProvider + 'static>(properties: C::Properties) {
    let view = Rc::new(View::<C>(properties));
    yew::Renderer::<Part>::with_props(PartProps { view }).render();
}

/// One component stands for all, so that what tells them apart is the key: a component that takes the
/// place of another begins anew, with hooks of its own. The list around it keeps that key to itself,
/// because several of a kind may stand side by side.
fn place(component: &'static str, key: Option<Key>, view: Rc<dyn Drawn>) -> Html {
    let own = match &key {
        Some(key) => Key::from(format!("{component} {key}")),
        None => Key::from(component),
    };
    let part = VComp::new::<Part>(Rc::new(PartProps { view }), Some(own));
    VList::with_children(vec![part.into()], key).into()
}

/// Properties that know what to draw.
trait Drawn: Any {
    fn draw(&self, context: &mut HookContext) -> HtmlResult;
    fn same(&self, other: &dyn Any) -> bool;
}

/// The properties of the component `C`.
struct View<C: FunctionProvider>(C::Properties);

impl<C: FunctionProvider + 'static> Drawn for View<C> {
    fn draw(&self, context: &mut HookContext) -> HtmlResult {
        C::run(context, &self.0)
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.0 == other.0)
    }
}

#[derive(Properties)]
struct PartProps {
    view: Rc<dyn Drawn>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.view, &other.view) || self.view.same(&*other.view as &dyn Any)
    }
}

/// The one component that yew sees.
#[component]
fn Part(props: &PartProps) -> HtmlResult {
    use_view(&props.view)
}

/// Runs the hooks of what is shown as this component's own.
fn use_view(view: &Rc<dyn Drawn>) -> impl Hook<Output = HtmlResult> {
    struct Run(Rc<dyn Drawn>);
    impl Hook for Run {
        type Output = HtmlResult;

        fn run(self, context: &mut HookContext) -> HtmlResult {
            self.0.draw(context)
        }
    }
    Run(view.clone())
}
