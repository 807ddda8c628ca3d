//! SHA-256 digests, and the `SHA256SUMS` file that pins the committed lists.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// SHA-256 in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// The line of `SHA256SUMS` for one file, in the form that `sha256sum --check` reads.
pub(crate) fn sum_line(name: &str, text: &str) -> String {
    format!("{}  {name}\n", sha256(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_standard_one() {
        let line = sum_line("empty.txt", "");
        assert_eq!(line, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty.txt\n");
    }
}
