package picture_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/picture"
)

// Whatever the width, the labels of the usual pictures are whole.
func TestLabelsAreWhole(t *testing.T) {
	for _, width := range []int{picture.MinWidth, 480, 640, 800, 0, 1280, picture.MaxWidth} {
		for _, d := range all(t, picture.Options{Width: width}) {
			s, err := look(d.svg)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range s.texts {
				if strings.HasSuffix(b.what, "…") {
					t.Errorf("%s, %d wide: %q is cut", d.name, width, b.what)
				}
			}
			for _, hint := range s.hints {
				t.Errorf("%s, %d wide: %q is told to a pointer only", d.name, width, hint)
			}
			if strings.Contains(s.desc, "…") {
				t.Errorf("%s: the desc is cut: %s", d.name, s.desc)
			}
		}
	}
}

// A label that is cut all the same shows the whole where a pointer rests on it.
func TestHints(t *testing.T) {
	long := strings.Repeat("a very long title ", 20)
	s, err := look(mustTicket(t, tickets[0].line, picture.Options{Width: picture.MinWidth, Title: long}))
	if err != nil {
		t.Fatal(err)
	}
	cut := 0
	for _, b := range s.texts {
		if strings.HasSuffix(b.what, "…") {
			cut++
		}
	}
	if cut != 1 || len(s.hints) != 3 || s.hints[0] != long || s.title != long { // it has three lines
		t.Errorf("%d labels are cut, of which the whole is told: %q", cut, s.hints)
	}
}

// An instant is shown to the second, and told as it is.
func TestNanoseconds(t *testing.T) {
	line := strings.Replace(tickets[0].line, "2026-07-03T12:00:00-05:00", "2026-07-03T12:00:07.123456789-05:00", 1)
	line = strings.Replace(line, "2026-07-02T17:00:00-05:00", "2026-07-02T17:00:00.5-05:00", 1)
	s, err := look(mustTicket(t, line, picture.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	// 3 h on Thursday, and 5 h of Monday: due at 13:00:00.5, with 5 h and half a second left of Monday.
	shown := map[string]bool{}
	for _, b := range s.texts {
		shown[b.what] = true
		if strings.Contains(b.what, ".5") || strings.Contains(b.what, ".1") {
			t.Errorf("%q shows parts of a second", b.what)
		}
	}
	for _, want := range []string{"As of Fri 3 Jul 2026 12:00:07 -05:00 (purchased; times in -05:00)", "Next by itself: response due, Mon 6 Jul 13:00", "due Mon 6 Jul 13:00", "running, 5h left"} {
		if !shown[want] {
			t.Errorf("%q is not shown in %v", want, s.texts)
		}
	}
	for _, want := range []string{
		"As of Fri 3 Jul 2026 12:00:07.123456789 -05:00 (purchased; times in -05:00).", "Next by itself: response due, Mon 6 Jul 13:00:00.5.",
		"Reported: 2 (email), Thu 2 Jul 17:00:00.5.", "started Thu 2 Jul 17:00:00.5, due Mon 6 Jul 13:00:00.5, running, 5h0m0.5s left.",
	} {
		if !strings.Contains(s.desc, want) {
			t.Errorf("%q is not in\n%s", want, s.desc)
		}
	}
	if len(s.hints) != 1 || s.hints[0] != "As of Fri 3 Jul 2026 12:00:07.123456789 -05:00 (purchased; times in -05:00)" {
		t.Errorf("a pointer is told %q", s.hints)
	}
}

// mustTicket draws a ticket in the command's form.
func mustTicket(t *testing.T, line string, o picture.Options) []byte {
	t.Helper()
	p, events, asOf := read(t, line)
	svg, err := picture.Ticket(p, events, asOf, o)
	if err != nil {
		t.Fatal(err)
	}
	return svg
}
