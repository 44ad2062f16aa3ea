package calendar

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"time"
)

// Fingerprint identifies what the calendar computes, as 32 hexadecimal digits:
// two calendars with the same fingerprint give the same answers for the dates
// whose holidays are known, whatever their descriptions look like, and two that
// differ in any working time of these dates have different ones. It is taken of
// the answers (the windows of each date, as instants), not of the description,
// so it stays the same when the library or its data change without changing
// them.
//
// It goes through every window of the calendar, up to ten thousand years, which
// takes a fraction of a second, and longer for combinations; the result is kept.
func (c *Calendar) Fingerprint() string {
	if c.schedule == nil {
		return "" // the zero Calendar computes nothing
	}
	if f := c.printed.Load(); f != nil {
		return *f
	}
	f := fingerprint(c)
	c.printed.Store(&f)
	return f
}

// fingerprintVersion is hashed first: it changes if the way of hashing does.
const fingerprintVersion = "slaclock calendar 1\n"

func fingerprint(c *Calendar) string {
	known := c.schedule.known()
	h := printer{hash: sha256.New()}
	h.hash.Write([]byte(fingerprintVersion))
	h.number(int64(known.From.n))
	h.number(int64(known.Through.n))
	h.number(int64(c.regular / time.Second))
	if part := c.regular % time.Second; part > 0 {
		h.number(-int64(part)) // no date is negative
	}
	// Date by date, with the windows of a date joined where they touch: how a
	// union came by them does not matter.
	const step = 4096
	var pieces []piece
	z := newZone(c.loc)
	for first := known.From.n; first <= known.Through.n; first += step {
		end := min(first+step, known.Through.n+1)
		pieces = c.schedule.pieces(pieces[:0], z.dayStart(first)-longest, z.dayStart(end)+longest)
		h.dates(pieces, first, end)
	}
	h.offsets(c.loc, z.dayStart(known.From.n), z.dayStart(known.Through.n+1))
	h.flush()
	return hex.EncodeToString(h.hash.Sum(nil)[:16])
}

// A printer collects numbers and hashes them in blocks, as the differences of
// each to the one before, which are short.
type printer struct {
	hash hash.Hash
	buf  []byte
	last int64
}

func (h *printer) number(n int64) {
	h.buf = binary.AppendVarint(h.buf, n-h.last)
	h.last = n
	if len(h.buf) > 1<<12 {
		h.flush()
	}
}

func (h *printer) flush() {
	h.hash.Write(h.buf)
	h.buf = h.buf[:0]
}

// dates hashes the windows of the dates from first to before end.
func (h *printer) dates(pieces []piece, first, end int32) {
	var w piece // the window at hand, joined of pieces
	have := false
	emit := func() {
		if have {
			h.number(int64(w.day))
			h.number(w.open)
			h.number(w.close)
			if w.unknown != nil {
				h.number(-1)
			}
		}
		have = false
	}
	for _, p := range pieces {
		if p.day < first || p.day >= end {
			continue
		}
		if have && p.day == w.day && p.open <= w.close && (p.unknown == nil) == (w.unknown == nil) {
			w.close = max(w.close, p.close)
			continue
		}
		emit()
		w, have = p, true
	}
	emit()
}

// offsets hashes the offsets of the zone: they decide to which date an instant
// belongs.
func (h *printer) offsets(loc *time.Location, from, until int64) {
	s := stretchAt(loc, from)
	h.number(s.offset)
	for s.end < until {
		next := stretchAt(loc, s.end)
		if next.offset != s.offset {
			h.number(next.start)
			h.number(next.offset)
		}
		s = next
	}
}
