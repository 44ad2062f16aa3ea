package severity

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// An Entry records one setting of a ticket's severity. The zero Entry is invalid: it has
// no instant and no level, and [NewHistory] refuses it. See [Entry.MarshalJSON] for its
// JSON form.
type Entry struct {
	From  time.Time // the instant from which the level holds, included
	Level Level
	By    Party  // who set it; the zero Party if that is not known
	What  string // what set it: an event, a clause; may be empty
}

// String returns the level, the instant from which it holds, and who and what set it, as
// far as that is known: "Critical from 2026-03-02T10:00:00Z (terms:
// workaround_accepted)". It is empty for the zero Entry.
func (e Entry) String() string {
	if e == (Entry{}) {
		return ""
	}
	text := e.Level.String() + " from " + e.From.Format(time.RFC3339Nano)
	switch {
	case e.By == 0 && e.What == "":
		return text
	case e.By == 0:
		return text + " (" + e.What + ")"
	case e.What == "":
		return text + " (" + e.By.String() + ")"
	}
	return text + " (" + e.By.String() + ": " + e.What + ")"
}

// A History is a ticket's severity over time: its entries in the order of their instants,
// those at the same instant in the order in which they were given. It is made by
// [NewHistory] and never changes. The zero History is empty: it has no level at any time.
type History struct {
	entries []Entry
}

// NewHistory returns a history of entries, which can be in any order. Entries at the same
// instant keep their order, and the last of them is the one that holds. The error is an
// [ErrHistory] if an entry has no instant or no level, a level of another scale than the
// first, or an invalid party.
func NewHistory(entries ...Entry) (History, error) {
	for i, e := range entries {
		place := fmt.Sprintf("history[%d]", i)
		switch {
		case e.From.IsZero():
			return History{}, &PlaceError{ErrHistory, place + ".from", "", "is missing; write the instant from which the level holds"}
		case e.Level.IsZero():
			return History{}, &PlaceError{ErrHistory, place + ".severity", "", "is missing; write the level that holds from there on"}
		case e.Level.Scale() != entries[0].Level.Scale():
			return History{}, &PlaceError{ErrHistory, place + ".severity", e.Level.String(), "is of another scale than the first entry's"}
		case e.By >= partyEnd:
			return History{}, &PlaceError{ErrHistory, place + ".by", e.By.String(), "is not a party; write " + list(partyNames[1:])}
		}
	}
	all := slices.Clone(entries)
	for i := range all {
		all[i].From = all[i].From.Round(0) // a monotonic clock reading is no part of an instant
	}
	slices.SortStableFunc(all, func(a, b Entry) int { return a.From.Compare(b.From) })
	return History{all}, nil
}

// With returns h with one more entry, after those at the same instant. The error is an
// [ErrHistory], as in [NewHistory].
func (h History) With(e Entry) (History, error) {
	return NewHistory(append(slices.Clone(h.entries), e)...)
}

// String returns the entries in order, each as [Entry.String] writes it, separated by
// commas. It is empty for the zero History.
func (h History) String() string {
	texts := make([]string, len(h.entries))
	for i, e := range h.entries {
		texts[i] = e.String()
	}
	return strings.Join(texts, ", ")
}

// Len returns the number of entries.
func (h History) Len() int { return len(h.entries) }

// Entries returns all entries in order.
func (h History) Entries() []Entry { return slices.Clone(h.entries) }

// At returns the level at an instant: that of the last entry at or before it. The boolean
// is false before the first entry.
func (h History) At(t time.Time) (Level, bool) {
	e, ok := h.EntryAt(t)
	return e.Level, ok
}

// EntryAt returns the entry that holds at an instant: the last one at or before it. The
// boolean is false before the first entry.
func (h History) EntryAt(t time.Time) (Entry, bool) {
	n, _ := slices.BinarySearchFunc(h.entries, t, func(e Entry, t time.Time) int {
		if e.From.Compare(t) <= 0 {
			return -1
		}
		return 1
	})
	if n == 0 {
		return Entry{}, false
	}
	return h.entries[n-1], true
}

// Changes returns the entries without those that repeat the level before them,
// which change nothing.
func (h History) Changes() []Entry {
	return slices.CompactFunc(h.Entries(), func(a, b Entry) bool { return a.Level == b.Level })
}

// Equal reports whether h and o have the same entries. Instants are compared without
// regard to their zones.
func (h History) Equal(o History) bool {
	return slices.EqualFunc(h.entries, o.entries, func(a, b Entry) bool {
		return a.From.Equal(b.From) && a.Level == b.Level && a.By == b.By && a.What == b.What
	})
}
