//! A map of a few entries.

/// Values by key, in the order of the keys, for a handful of them: a sorted list. The maps of the standard
/// library stay quick for millions and bring some five kilobytes of code for every type of value.
///
/// ```
/// use mogao::session::few::Few;
///
/// let mut few = Few::default();
/// few.insert("b", 2);
/// few.insert("a", 1);
/// assert_eq!(few.insert("b", 3), Some(2));
/// assert!(few.values().eq(&[1, 3]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<K: Ord, V> Few<K, V> {
    fn find(&self, key: &K) -> Result<usize, usize> {
        self.entries.binary_search_by(|(own, _)| own.cmp(key))
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        self.entries.get(self.find(key).ok()?).map(|(_, value)| value)
    }

    /// Whether a key has a value.
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.find(key).is_ok()
    }

    /// Gives a key its value and returns the one it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.entries[place].1, value)),
            Err(place) => {
                self.entries.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes a key out and returns the value it had.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let place = self.find(key).ok()?;
        Some(self.entries.remove(place).1)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Keys and values in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }
}

impl<K, V> IntoIterator for Few<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_the_order_of_their_keys_however_they_came() {
        let mut few = Few::default();
        for key in [3, 1, 2] {
            assert_eq!(few.insert(key, key * 10), None);
        }
        assert!(few.keys().eq(&[1, 2, 3]));
        assert_eq!((few.remove(&2), few.remove(&2)), (Some(20), None));
        assert_eq!((few.get(&3), few.contains_key(&2), few.len()), (Some(&30), false, 2));
        assert_eq!(few.into_iter().collect::<Vec<_>>(), [(1, 10), (3, 30)]);
    }
}
