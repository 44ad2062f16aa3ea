package calendar

import "slices"

// A page is the working time of one aligned stretch of the time line, laid out
// for look-up: its open spans with the working time before each, and two
// indexes that lead from an instant, and from an amount of working time, to a
// span at most a step or two away.
//
// Seconds are counted from the start of the page, whose length is a power of
// two. Its spans are disjoint and do not touch; one that goes on in the next
// page is cut.
type page struct {
	spans   []span          // between a sentinel of length zero at 0 and one beyond the end
	byTime  [buckets]uint16 // per bucket of the page: the last span that opens at or before its start
	bySum   [buckets]uint16 // per 1<<sumShift of working time: the last span with a sum at or below its start
	shift   uint8           // of byTime
	sumBits uint8           // of bySum
	unknown []unknownSpan   // what is perhaps open and not certainly
}

// The two indexes of a page have 512 entries: one for each 18 hours or so.
const (
	bucketBits = 9
	buckets    = 1 << bucketBits
)

// A span is an open stretch of a page. It is as long as the difference of the
// next span's sum and its own.
type span struct {
	open uint32 // where it opens
	sum  uint32 // the working time of the page before it
}

// An unknownSpan is a stretch that is open unless it is an unknown holiday.
type unknownSpan struct {
	open, close uint32
	piece       piece // where it comes from
}

// newPage lays out sorted, disjoint spans of the page that starts at lo and is
// 1<<shift seconds long.
func newPage(open []interval, unknown []piece, lo int64, shift uint8) *page {
	p := &page{shift: shift - bucketBits, spans: make([]span, 1, len(open)+2)}
	sum := uint32(0)
	for _, o := range open {
		p.spans = append(p.spans, span{uint32(o.open - lo), sum})
		sum += uint32(o.close - o.open)
	}
	p.spans = append(p.spans, span{1<<32 - 1, sum})
	for sum>>p.sumBits >= uint32(len(p.bySum)) {
		p.sumBits++
	}
	last := len(p.spans) - 2 // the last one that is no sentinel, if there is any
	for q, i, j := 0, 0, 0; q < len(p.byTime); q++ {
		for i < last && p.spans[i+1].open <= uint32(q)<<p.shift {
			i++
		}
		for j < last && p.spans[j+1].sum <= uint32(q)<<p.sumBits {
			j++
		}
		p.byTime[q], p.bySum[q] = uint16(i), uint16(j)
	}
	for _, u := range unknown {
		p.unknown = append(p.unknown, unknownSpan{uint32(u.open - lo), uint32(u.close - lo), u})
	}
	slices.SortStableFunc(p.unknown, func(a, b unknownSpan) int { return int(int64(a.open) - int64(b.open)) })
	return p
}

// at returns the last span that opens at or before sec, and its length.
func (p *page) at(sec uint32) (i int, s span, length uint32) {
	i = int(p.byTime[sec>>(p.shift&31)&(buckets-1)])
	// One step is as likely as none, so it is taken without a branch; a second
	// one is rare.
	if p.spans[i+1].open <= sec {
		i++
	}
	for p.spans[i+1].open <= sec {
		i++
	}
	s = p.spans[i]
	return i, s, p.spans[i+1].sum - s.sum
}

// sumAt returns the working time of the page before an instant.
func (p *page) sumAt(sec uint32, nsec int64) (int64, int64) {
	_, s, length := p.at(sec)
	in := sec - s.open
	if in >= length {
		in, nsec = length, 0
	}
	return int64(s.sum + in), nsec
}

// timeOf returns the span in which the page's working time goes beyond sum,
// and the second of the page at which that much of it has passed. The page
// must have more.
func (p *page) timeOf(sum uint32) (s span) {
	i := int(p.bySum[sum>>(p.sumBits&31)&(buckets-1)])
	if p.spans[i+1].sum <= sum {
		i++
	}
	for p.spans[i+1].sum <= sum {
		i++
	}
	return p.spans[i]
}

// doubt returns the first unknown span that overlaps [from, until).
func (p *page) doubt(from, until int64) (u unknownSpan, ok bool) {
	for _, u := range p.unknown {
		if int64(u.close) > from && int64(u.open) < until {
			return u, true
		}
	}
	return unknownSpan{}, false
}
