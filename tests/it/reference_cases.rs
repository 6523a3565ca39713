//! Published cases that the engine reproduces.
