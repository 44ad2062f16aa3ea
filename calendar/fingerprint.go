package calendar

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"time"
)

// Fingerprint identifies what the calendar computes, as 32 hexadecimal digits: two
// calendars with the same fingerprint give the same answers about working time, business
// days and the dates of instants, for the dates whose holidays are known, whatever their
// descriptions look like; and two that differ in any working time of these dates have
// different ones. It is derived from the answers (the windows of each date, as instants),
// not from the description, so it stays the same when the library or its data change
// without changing the answers.
//
// What tells of the description can differ: the [Config] and the name of the zone; why a
// [Day] is as it is, such as a holiday on a Saturday; and whether working time without a
// break is one window of [Day] and [Calendar.Windows] or several that touch.
//
// To compute it, Fingerprint goes through every year of the calendar, up to ten
// thousand, and reads the windows of years that are alike only once. That takes some 50
// ms, 100 to 500 ms for a combination, and seconds if most years have special dates of
// their own. The result is kept. For a nil or zero Calendar it is empty.
func (c *Calendar) Fingerprint() string {
	if c.unmade() {
		return "" // it computes nothing
	}
	if f := c.printed.Load(); f != nil {
		return *f
	}
	f := fingerprint(c, true)
	c.printed.Store(&f)
	return f
}

// fingerprintVersion is hashed first: it changes if the way of hashing does.
const fingerprintVersion = "slaclock calendar 2\n"

// fingerprint hashes what is known and the regular day, and then the hash of each year.
// Years that are alike have the same hash, since instants are counted from the
// beginning of their year; if alike is set, it is computed only once for all years of a
// kind.
func fingerprint(c *Calendar, alike bool) string {
	known := c.schedule.known()
	var h printer
	h.number(int64(known.From.n))
	h.number(int64(known.Through.n))
	h.number(int64(c.regular / time.Second))
	h.number(int64(c.regular % time.Second))
	sum := sha256.New()
	sum.Write([]byte(fingerprintVersion))
	sum.Write(h.buf)

	var kinds *yearKinds
	if alike {
		kinds = newYearKinds(c.schedule)
	}
	seen := map[yearKind][sha256.Size]byte{}
	var pieces []piece
	z := newZone(c.loc)
	for year := known.From.Year(); year <= known.Through.Year(); year++ {
		january := fromCivil(year, time.January, 1).n
		first := max(january, known.From.n)
		end := min(january+daysInYear(year), known.Through.n+1)
		var kind yearKind
		told := false
		if kinds != nil && end-first == daysInYear(year) {
			kind, told = kinds.of(first, end)
		}
		digest, taken := seen[kind]
		if !told || !taken {
			pieces = c.schedule.pieces(pieces[:0], z.dayStart(first)-longest, z.dayStart(end)+longest)
			h = printer{buf: h.buf[:0], base: wallOf(january)}
			h.offsets(c.loc, z.dayStart(first), z.dayStart(end))
			h.dates(pieces, january, first, end)
			digest = sha256.Sum256(h.buf)
		}
		if told {
			seen[kind] = digest
		}
		sum.Write(digest[:])
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// A printer writes numbers down as the differences of each to the one before, which
// are short, and instants as seconds since the beginning of their year in UTC.
type printer struct {
	buf  []byte
	last int64
	base int64
}

func (h *printer) number(n int64) {
	h.buf = binary.AppendVarint(h.buf, n-h.last)
	h.last = n
}

func (h *printer) instant(sec int64) { h.number(sec - h.base) }

// dates writes the windows of the dates from first to before end, counted from the
// year's first. Those of a date are joined where they touch: how a union came by them
// does not matter.
func (h *printer) dates(pieces []piece, january, first, end int32) {
	var w piece // the window at hand, joined of pieces
	have := false
	emit := func() {
		if have {
			h.number(int64(w.day - january))
			h.instant(w.open)
			h.instant(w.close)
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

// offsets writes the offsets of the zone: they decide to which date an instant
// belongs.
func (h *printer) offsets(loc *time.Location, from, until int64) {
	for i, c := range changesOf(loc, from, until) {
		if i > 0 {
			h.instant(c.at)
		}
		h.number(c.offset)
	}
	h.number(-1 << 40) // no offset, and no instant of a year
}
