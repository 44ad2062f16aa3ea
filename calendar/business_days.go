package calendar

// BusinessDays returns how many business days (G6) there are from a to before b: a counts if
// it is one, b does not. If b is before a, it is minus how many there are from b to before
// a. Where it is not known whether some date in between is a business day the error is an
// [ErrCoverage] (G9), which names the first; of a calendar that is zero or nil it is an
// [ErrRange]. It takes a look-up for each 512 dates from a to b.
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
