package calendar

import "sync/atomic"

// pagesPerVolume is the number of pages whose working time is summed together.
const pagesPerVolume = 32

// A volume is a run of pages with the working time before each, so that working
// time across pages is a difference of two sums. A page is laid out when it is
// first asked for, but the sums need one pass over all of them.
type volume struct {
	before [pagesPerVolume + 1]int64 // working seconds of the volume before each page
	doubts uint32                    // bit i: page i has unknown spans
	pages  [pagesPerVolume]atomic.Pointer[page]
	number int   // the volume's
	start  int64 // the Unix second at which it starts
}

// newVolume sums the pages of the volume of a number, which starts at lo.
func newVolume(s schedule, number int, lo int64, shift uint8) *volume {
	v := &volume{number: number, start: lo}
	size := int64(1) << shift
	var pieces []piece
	var open []interval
	var unknown []piece
	for i := range pagesPerVolume {
		from := lo + int64(i)*size
		pieces = s.pieces(pieces[:0], from, from+size)
		open, unknown = layOut(open[:0], unknown[:0], pieces, from, from+size)
		sum := int64(0)
		for _, o := range open {
			sum += o.close - o.open
		}
		v.before[i+1] = v.before[i] + sum
		if len(unknown) > 0 {
			v.doubts |= 1 << i
		}
	}
	return v
}

// page returns page i, and lays it out if nobody has asked for it before.
func (v *volume) page(s schedule, i int, shift uint8) *page {
	if p := v.pages[i].Load(); p != nil {
		return p
	}
	// Two goroutines may both lay the page out; they get equal pages, and
	// either may stay.
	size := int64(1) << shift
	from := v.start + int64(i)*size
	open, unknown := layOut(nil, nil, s.pieces(nil, from, from+size), from, from+size)
	p := newPage(open, unknown, from, shift)
	p.turns = turnsOf(s.location(), from, from+size)
	p.number, p.before, p.through = i, v.before[i], v.before[i+1]
	v.pages[i].Store(p)
	return p
}

// layOut appends what is open and what is perhaps open of [from, until).
func layOut(open []interval, unknown []piece, pieces []piece, from, until int64) ([]interval, []piece) {
	open = opened(open, pieces, from, until)
	return open, doubted(unknown, pieces, open, from, until)
}

// A run is a growing array of things that are made when they are first asked
// for, with room only between the lowest and the highest index used. It is safe
// for concurrent use: readers see an old array or a new one. The zero run is
// empty.
type run[T any] struct {
	slots atomic.Pointer[slots[T]]
}

type slots[T any] struct {
	first int
	at    []*T
}

// get returns element i, or nil if it has not been put.
func (r *run[T]) get(i int) *T {
	if s := r.slots.Load(); s != nil {
		if k := uint(i - s.first); k < uint(len(s.at)) {
			return s.at[k]
		}
	}
	return nil
}

// put makes v element i, unless another goroutine was first, and returns the
// element.
func (r *run[T]) put(i int, v *T) *T {
	for {
		old := r.slots.Load()
		grown := &slots[T]{first: i, at: make([]*T, 1)}
		if old != nil {
			first, end := min(i, old.first), max(i+1, old.first+len(old.at))
			grown = &slots[T]{first: first, at: make([]*T, end-first)}
			copy(grown.at[old.first-first:], old.at)
			if was := grown.at[i-first]; was != nil {
				return was
			}
		}
		grown.at[i-grown.first] = v
		if r.slots.CompareAndSwap(old, grown) {
			return v
		}
	}
}
