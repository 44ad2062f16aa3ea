package calendar

import (
	"slices"
	"sort"
	"time"
)

// A page is the working time of one aligned stretch of the time line, laid out
// for look-up: its open spans with the working time before each, and two
// indexes that lead from an instant, and from an amount of working time, to a
// span at most a step or two away.
//
// Seconds are counted from the start of the page, whose length is a power of
// two. Its spans are disjoint and do not touch; one that goes on in the next
// page is cut.
type page struct {
	spans   []span         // between a sentinel of length zero at 0 and one beyond the end
	dense   bool           // there are too many spans for the indexes
	byTime  [buckets]uint8 // per bucket of the page: the last span that opens at or before its start
	bySum   [buckets]uint8 // per bucket, 1<<sumBits of working time: the last span with a sum at or below its start
	shift   uint8          // of byTime
	sumBits uint8          // of bySum
	unknown []unknownSpan  // what is perhaps open and not certainly
	turns   []turn         // the offsets of the zone
	number  int            // its place in its volume
	start   int64          // the Unix second at which it starts
	before  int64          // working seconds of its volume before it
	through int64          // and through its end
}

// The two indexes of a page have 256 entries: one for each 18 hours or so.
const (
	bucketBits = 8
	buckets    = 1 << bucketBits
)

// maxSpans is how many spans, sentinels included, the indexes can tell apart.
const maxSpans = 256

// A span is an open stretch of a page. It is as long as the difference of the
// next span's sum and its own.
type span struct {
	open uint32 // where it opens
	sum  uint32 // the working time of the page before it
}

// A turn is where the offset of the zone changes.
type turn struct {
	sec    uint32 // in the page
	offset int32  // from there on, in seconds
}

// turnsOf returns the offsets of a zone from lo to before hi: the first is that
// at lo. A location finds an offset by reading the rule of its zone each time,
// which takes longer than all the rest of a look-up.
func turnsOf(loc *time.Location, lo, hi int64) []turn {
	changes := changesOf(loc, lo, hi)
	turns := make([]turn, len(changes))
	for i, c := range changes {
		turns[i] = turn{uint32(c.at - lo), int32(c.offset)}
	}
	return turns
}

// offset returns the zone's offset at a second of the page, and for how many seconds
// from there on it surely stays the same: as far as the page knows.
func (p *page) offset(sec uint32) (offset, stays int64) {
	i, end := len(p.turns)-1, uint32(1)<<(p.shift+bucketBits)
	for i > 0 && p.turns[i].sec > sec {
		end = p.turns[i].sec
		i--
	}
	return int64(p.turns[i].offset), int64(end) - int64(sec)
}

// An unknownSpan is a stretch that is open unless it is an unknown holiday.
type unknownSpan struct {
	open, close uint32
	piece       piece // where it comes from
}

// newPage lays out sorted, disjoint spans of the page that starts at lo and is
// 1<<shift seconds long.
func newPage(open []interval, unknown []piece, lo int64, shift uint8) *page {
	p := &page{shift: shift - bucketBits, start: lo, spans: make([]span, 1, len(open)+2)}
	sum := uint32(0)
	for _, o := range open {
		p.spans = append(p.spans, span{uint32(o.open - lo), sum})
		sum += uint32(o.close - o.open)
	}
	p.spans = append(p.spans, span{1<<32 - 1, sum})
	if p.dense = len(p.spans) > maxSpans; p.dense {
		return p.doubted(unknown, lo)
	}
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
		p.byTime[q], p.bySum[q] = uint8(i), uint8(j)
	}
	return p.doubted(unknown, lo)
}

// doubted adds what is perhaps open to a new page.
func (p *page) doubted(unknown []piece, lo int64) *page {
	for _, u := range unknown {
		p.unknown = append(p.unknown, unknownSpan{uint32(u.open - lo), uint32(u.close - lo), u})
	}
	slices.SortStableFunc(p.unknown, func(a, b unknownSpan) int { return int(int64(a.open) - int64(b.open)) })
	return p
}

// at returns the last span that opens at or before sec, and its length.
func (p *page) at(sec uint32) (i int, s span, length uint32) {
	spans := p.spans
	i = int(p.byTime[sec>>(p.shift&31)&(buckets-1)])
	if p.dense {
		i = p.search(func(s span) bool { return s.open <= sec })
	}
	// One step is as likely as none, so it is taken without a branch; a second
	// one is rare.
	if spans[i+1].open <= sec {
		i++
	}
	for spans[i+1].open <= sec {
		i++
	}
	s = spans[i]
	return i, s, spans[i+1].sum - s.sum
}

// search returns the last span for which before is true, in a page without
// indexes. It is true of the first and false of the last.
func (p *page) search(before func(span) bool) int {
	return sort.Search(len(p.spans), func(i int) bool { return !before(p.spans[i]) }) - 1
}

// sumAt returns the working time of the page before an instant. (It is at once more, and
// what most questions ask: a call between the two would take a third of its time.)
func (p *page) sumAt(sec uint32, nsec int64) (int64, int64) {
	spans := p.spans
	i := int(p.byTime[sec>>(p.shift&31)&(buckets-1)])
	if p.dense {
		i = p.search(func(s span) bool { return s.open <= sec })
	}
	if spans[i+1].open <= sec {
		i++
	}
	next := spans[i+1]
	for next.open <= sec {
		i++
		next = spans[i+1]
	}
	sum := spans[i].sum + sec - spans[i].open
	if sum >= next.sum {
		return int64(next.sum), 0
	}
	return int64(sum), nsec
}

// timeOf returns the span in which the page's working time goes beyond sum. The page must
// have more.
func (p *page) timeOf(sum uint32) span {
	spans := p.spans
	i := int(p.bySum[sum>>(p.sumBits&31)&(buckets-1)])
	if p.dense {
		i = p.search(func(s span) bool { return s.sum <= sum })
	}
	if spans[i+1].sum <= sum {
		i++
	}
	for spans[i+1].sum <= sum {
		i++
	}
	return spans[i]
}

// doubt returns the first unknown span that overlaps [from, until), or, looking
// back, the last.
func (p *page) doubt(from, until int64, back bool) (u unknownSpan, ok bool) {
	for i := range p.unknown {
		if back {
			i = len(p.unknown) - 1 - i
		}
		if u := p.unknown[i]; int64(u.close) > from && int64(u.open) < until {
			return u, true
		}
	}
	return unknownSpan{}, false
}
