//! Laws that hold for every plan and scenario.
