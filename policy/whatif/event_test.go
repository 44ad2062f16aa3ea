package whatif_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// story reads steps in a few words, separated by commas: "start 09:00, target 4h".
func story(t *testing.T, text string) []policy.Step {
	t.Helper()
	var all []policy.Step
	for part := range strings.SplitSeq(text, ", ") {
		kind, rest, _ := strings.Cut(part, " ")
		s := policy.Step{Kind: policy.StepKind(kind), Text: rest}
		if first, words, _ := strings.Cut(rest, " "); s.Kind != policy.StepTarget {
			at, err := stamp("02T" + first)
			if err != nil {
				t.Fatal(err)
			}
			s.At, s.Text = calendar.At(at.Time), words
		}
		all = append(all, s)
	}
	return all
}

// TestParting: what the two sides did not do together first, and with what.
func TestParting(t *testing.T) {
	for _, c := range []struct{ name, before, after, old, new string }{
		{"the same", "start 09:00, target 4h, stop 16:00 met", "start 09:00, target 4h, stop 16:00 breached", "", ""},
		{"a pause before what both do", "start 09:00, target 4h, pause 10:00, resume 12:00, target 4h, stop 16:00 met", "start 09:00, target 4h, stop 16:00 met", "pause 10:00", ""},
		{"a pause before a change of both", "start 09:00, target 4h, pause 10:00, change 12:00 up, target 2h, resume 13:00, target 2h", "start 09:00, target 4h, change 12:00 up, target 2h", "pause 10:00", ""},
		// What is late without the pause is so because of it.
		{"a pause before a change that does something else", "start 09:00, target 4h, pause 10:00, change 12:00 up, target 2h", "start 09:00, target 4h, change 12:00 late", "pause 10:00", ""},
		{"a pause before another stop", "start 09:00, target 4h, pause 10:00, stop 16:00 met", "start 09:00, target 4h, stop 15:00 met", "pause 10:00", ""},
		{"a pause and no more", "start 09:00, target 4h, pause 10:00", "start 09:00, target 4h", "pause 10:00", ""},
		{"another target, which comes again", "start 09:00, target 4h", "start 09:00, target 2h, change 10:00 up, target 4h", "target 09:00", "target 09:00"},
		{"another pause", "start 09:00, pause 10:00 a", "start 09:00, pause 11:00 b", "pause 10:00", "pause 11:00"},
		{"a pause before a pause of both", "start 09:00, pause 10:00 a, resume 11:00, pause 12:00 b", "start 09:00, pause 12:00 b", "pause 10:00", ""},
		{"a start at another time", "wait 09:00, start 10:00, target 4h", "wait 09:00, start 11:00, target 4h", "start 10:00", "start 11:00"},
		{"a wait in place of a start", "start 09:00, target 4h", "wait 09:00 phone", "start 09:00", "wait 09:00"},
		{"the other way about", "start 09:00, pause 10:00, change 10:00 up", "start 09:00, change 10:00 up, pause 10:00", "pause 10:00", "change 10:00"},
		{"nothing and all", "start 09:00", "wait 08:00, start 09:00", "", "wait 08:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if x, y := whatif.Parting(story(t, c.before), story(t, c.after)); x != c.old || y != c.new {
				t.Errorf("%q and %q, want %q and %q", x, y, c.old, c.new)
			}
			if x, y := whatif.Parting(story(t, c.after), story(t, c.before)); x != c.new || y != c.old {
				t.Errorf("the other way: %q and %q, want %q and %q", x, y, c.new, c.old)
			}
		})
	}
}

// TestPauseAlone: a pause that one side has is told with nothing in its place, though
// the clock stops on both, and goes on.
func TestPauseAlone(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid email 02T09:00 info_requested 02T10:00 info_received 02T12:00 resolved 02T16:00 as of 03T12:00")
	for _, c := range []struct {
		from, to whatif.Maker
		want     []string
	}{
		{pausing(policy.InfoRequested), shop, []string{"event G7 | pause: info_requested: the clock pauses |  | 02T10:00", "closed a pause | closed: a pause | counts | 02T10:00"}},
		{shop, pausing(policy.InfoRequested), []string{"event G7 |  | pause: info_requested: the clock pauses | 02T10:00", "closed a pause | counts | closed: a pause | 02T10:00"}},
	} {
		if diff := cmp.Diff(c.want, causesOf(t, ticket, c.from, c.to, "resolution")); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
