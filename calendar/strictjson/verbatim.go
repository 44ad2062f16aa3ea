package strictjson

// verbatim reports whether each byte of s stands for itself in a JSON string: is
// ASCII, and nothing that must be escaped. It looks at eight bytes at once, for
// all that is written passes here.
func verbatim[T string | []byte](s T) bool {
	for len(s) >= 8 {
		if special(uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56) {
			return false
		}
		s = s[8:]
	}
	switch n := len(s); {
	case n >= 4: // the first four and the last four, some of them twice
		return !special(uint64(uint32(s[0])|uint32(s[1])<<8|uint32(s[2])<<16|uint32(s[3])<<24) |
			uint64(uint32(s[n-4])|uint32(s[n-3])<<8|uint32(s[n-2])<<16|uint32(s[n-1])<<24)<<32)
	case n > 0: // the first, the middle and the last, and spaces
		const spaces = 0x2020202020000000
		return !special(spaces | uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16)
	}
	return true
}

// special reports whether one of the eight bytes of x does not stand for itself. A byte
// that is not ASCII has its high bit set. Subtracting more from a byte than it has sets
// that bit too: 32 from a control character, 1 from a quotation mark or backslash that
// was turned into 0. Such a byte borrows from the next one, which can only make that
// one special as well.
func special(x uint64) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	return (x|(x-each*' ')|((x^each*'"')-each)|((x^each*'\\')-each))&high != 0
}
