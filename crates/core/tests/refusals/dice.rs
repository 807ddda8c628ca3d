//! Numbers that choose: what proptest makes and shrinks, read one after the other.

use guildhall_core::Id;

/// The numbers of one step. After the last they come again, each a little different.
pub(crate) struct Dice<'a> {
    numbers: &'a [u16],
    next: usize,
}

impl<'a> Dice<'a> {
    pub(crate) fn new(numbers: &'a [u16]) -> Self {
        Self { numbers, next: 0 }
    }

    fn number(&mut self) -> usize {
        let (round, at) = (self.next / self.numbers.len(), self.next % self.numbers.len());
        self.next += 1;
        usize::from(self.numbers[at]).wrapping_add(round * 7919)
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.number() % n
    }

    /// True `n` times of ten.
    pub(crate) fn often(&mut self, n: usize) -> bool {
        self.below(10) < n
    }

    /// One of these.
    pub(crate) fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    /// One of these texts, nine times of ten the first `good`.
    pub(crate) fn text(&mut self, good: usize, of: &[&str]) -> String {
        let n = if self.often(9) { good } else { of.len() };
        (*self.one(&of[..n])).to_owned()
    }

    /// One of these ids, or now and then one of nothing.
    pub(crate) fn id(&mut self, of: &[Id]) -> Id {
        if of.is_empty() || self.below(12) == 0 { Id::from_bits(7) } else { *self.one(of) }
    }

    /// Up to `most` of these ids, perhaps one twice.
    pub(crate) fn ids(&mut self, of: &[Id], most: usize) -> Vec<Id> {
        let n = self.below(most + 1);
        (0..n).map(|_| self.id(of)).collect()
    }

    /// A fresh id.
    pub(crate) fn fresh(&mut self) -> u128 {
        (0..8).fold(0, |bits, _| bits << 16 | self.number() as u128 & 0xffff)
    }
}
