//! Starts the app in the browser; nothing else.

fn main() {
    #[cfg(all(feature = "ui", target_arch = "wasm32"))]
    mogao::ui::start();

    #[cfg(not(all(feature = "ui", target_arch = "wasm32")))]
    eprintln!("Mogao runs in a browser: use `cargo xtask serve`.");
}
