package picture

import (
	"strconv"
	"strings"
	"time"
)

// A clerk writes instants and lengths for people, in a zone: to the second or, if it is
// exact, in full.
type clerk struct {
	loc   *time.Location
	year  int // the year that can be left out
	exact bool
}

// exactly returns a clerk that is exact.
func (c *clerk) exactly() *clerk { return &clerk{c.loc, c.year, true} }

// in returns an instant in the zone.
func (c *clerk) in(t time.Time) time.Time {
	if !c.exact {
		t = t.Truncate(time.Second)
	}
	return t.In(c.loc)
}

// length writes a length of time.
func (c *clerk) length(d time.Duration) string {
	if !c.exact {
		d = d.Truncate(time.Second)
	}
	return short(d)
}

// when writes an instant with its date.
func (c *clerk) when(t time.Time) string {
	t = c.in(t)
	date := "Mon 2 Jan "
	if t.Year() != c.year {
		date = "Mon 2 Jan 2006 "
	}
	return t.Format(date) + hour(t)
}

// full writes an instant with its year and its offset.
func (c *clerk) full(t time.Time) string {
	t = c.in(t)
	return t.Format("Mon 2 Jan 2006 ") + hour(t) + t.Format(" -07:00")
}

// hour writes a time of day, with seconds where it has any.
func hour(t time.Time) string {
	switch {
	case t.Nanosecond() != 0:
		return t.Format("15:04:05.999999999")
	case t.Second() != 0:
		return t.Format("15:04:05")
	}
	return t.Format("15:04")
}

// short writes a length without the zeros at its end: 8h, 1h10m.
func short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = s[:len(s)-2]
	}
	if strings.HasSuffix(s, "h0m") {
		s = s[:len(s)-2]
	}
	return s
}

// spaced makes a name in the agreement readable: resolution proposed.
func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }

// counted writes how many there are of something.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// maxSentences is how many sentences of one kind a desc has, and maxPart is how long a name
// in it can be.
const (
	maxSentences = 40
	maxPart      = 200
)

// A story is the text of a desc.
type story struct {
	b    strings.Builder
	n    int // sentences of the current kind
	kind string
}

// say adds a sentence made of parts.
func (s *story) say(kind string, parts ...string) {
	if kind != s.kind {
		s.rest()
		s.kind, s.n = kind, 0
	}
	if s.n++; s.n > maxSentences {
		return
	}
	if s.b.Len() > 0 {
		s.b.WriteByte(' ')
	}
	for _, p := range parts {
		s.b.WriteString(clip(p))
	}
	s.b.WriteByte('.')
}

// rest says how many sentences of a kind were left out.
func (s *story) rest() {
	if more := s.n - maxSentences; more > 0 {
		s.b.WriteString(" And " + strconv.Itoa(more) + " more " + s.kind + ".")
	}
}

// text returns the whole text.
func (s *story) text() string {
	s.rest()
	s.n = 0
	return s.b.String()
}

// clip shortens a name that is too long to be read aloud.
func clip(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxPart {
			return s[:i] + "…"
		}
	}
	return s
}

// first makes the first letter of an ASCII word a capital.
func first(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
