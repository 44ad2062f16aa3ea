package calendar

// BusinessDays returns the number of business days (G6) from a to b: a counts if it is
// one, b does not. If b is before a, the result is the negative of the number from b to
// a. If it is unknown whether one of these dates is a business day, the error is an
// [ErrCoverage] (G9) that names the first such date; if c is nil or zero, it is an
// [ErrRange]. BusinessDays needs one look-up for each 512 dates from a to b.
func (c *Calendar) BusinessDays(a, b Date) (int, error) {
	if c.unmade() {
		return 0, c.rangeError(0)
	}
	if b.n < a.n {
		n, err := c.BusinessDays(b, a)
		return -n, err
	}
	sum := 0
	for k := a.n / sheetDays; k*sheetDays < b.n; k++ {
		first := k * sheetDays
		// No window opens on a date that is so far from all of them.
		if wallOf(first+sheetDays)+longest <= c.opens || wallOf(first)-longest >= c.closes {
			continue
		}
		sh := c.sheet(int(k))
		from, until := max(a.n-first, 0), min(b.n-first, sheetDays)
		if sh.doubts != nil {
			if err := sh.doubt(from, until-1, false); err != nil {
				return 0, err
			}
		}
		sum += sh.rank(until) - sh.rank(from)
	}
	return sum, nil
}
