package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// deskDocument is an agreement whose office is open from 09:00 to 17:00 every day.
// What is in capitals is put in by the tests.
const deskDocument = `{"schema":1,"name":"desk","levels":[{"name":"urgent"},{"name":"normal"}],"zone":"UTC",
"calendars":[{"name":"office","zone":"UTC","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],"wed":[["09:00","17:00"]],
	"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]],"sat":[["09:00","17:00"]],"sun":[["09:00","17:00"]]}}],
"metrics":[{"name":"response","start":["reported","reopened"],"stop":["responded"],"targets":[{"measure":"4h","calendar":"office","clause":"D-1"}],
	"thresholds":[{"percent":PERCENT,"to":"lead","clause":"D-2"}]}],
"ladders":[{"level":"urgent","calendar":"office","steps":[{"to":"boss","after":"AFTER","clause":"D-3"}] REPEAT}] LOWERING}`

// deskSide writes the document of a side, with a fragment in the place of each word
// in capitals, and returns its name.
func deskSide(t *testing.T, side, percent, after, repeat, lowering string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), side+".json")
	text := strings.NewReplacer("PERCENT", percent, "AFTER", after, "REPEAT", repeat, "LOWERING", lowering).Replace(deskDocument)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestDiffTableOfSteps: a repeat, a threshold and a second ladder are told apart from
// the step of the same number; and a severity, and a next change, from nothing.
func TestDiffTableOfSteps(t *testing.T) {
	const (
		repeat   = `,"repeat":{"every":"1h","times":1}`
		lowering = `,"lowering":{"kind":"one level","clause":"D-4","reason":"there is a way around it"}`
		reported = `{"id":"A","agreement":"desk","as_of":"2026-03-02T11:30:00Z","events":[{"at":"2026-03-02T10:00:00Z","kind":"reported","severity":"urgent"}`
		head     = "TICKET    AGREEMENT   SEVERITY   DIFFERENT     OLD                             NEW                             MOVED       STATE     BECAUSE"
	)
	for _, c := range []struct {
		name, in string
		old, new [4]string // percent, after, repeat, lowering
		want     []string
	}{
		// The step is reached at 11:00 on both sides. Half of four hours are used at
		// 12:00, three quarters at 13:00.
		{"a repeat and a threshold", reported + `]}`, [4]string{"50", "1h", repeat, ""}, [4]string{"75", "1h", "", ""}, []string{head,
			"A         desk                   step 1, repeat 1  Mon 2026-03-02 12:00:00 +00:00  no step                                     pending",
			"                                 50% to 75% of response  Mon 2026-03-02 12:00:00 +00:00  Mon 2026-03-02 13:00:00 +00:00              pending"}},
		// Closed at 10:10 and reopened at 10:20: of the second ladder the step comes at
		// 11:20 or 12:20, of the second clock the threshold at 12:20 or 13:20.
		{"second rounds", reported + `,{"at":"2026-03-02T10:10:00Z","kind":"closed"},{"at":"2026-03-02T10:20:00Z","kind":"reopened"}]}`,
			[4]string{"50", "1h", "", ""}, [4]string{"75", "2h", "", ""}, []string{head,
				"A         desk                   step 1 of ladder 2  Mon 2026-03-02 11:20:00 +00:00  Mon 2026-03-02 12:20:00 +00:00              reached to pending",
				"                                 50% to 75% of response 2  Mon 2026-03-02 12:20:00 +00:00  Mon 2026-03-02 13:20:00 +00:00              pending"}},
		// A workaround is a response only if the metric says so; here it lowers the level,
		// with that the ladder of urgent ends, and the clock goes on as it was.
		{"a severity", reported + `,{"at":"2026-03-02T10:10:00Z","kind":"responded"},{"at":"2026-03-02T10:20:00Z","kind":"workaround_accepted"}]}`,
			[4]string{"50", "3h", "", ""}, [4]string{"50", "3h", "", lowering}, []string{head,
				"A         desk                   severity      urgent                          normal",
				"                                 step 1        Mon 2026-03-02 13:00:00 +00:00  none                                        pending to cancelled"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			from, to := deskSide(t, "old", c.old[0], c.old[1], c.old[2], c.old[3]), deskSide(t, "new", c.new[0], c.new[1], c.new[2], c.new[3])
			got := runCommand(diffCommand(), c.in+"\n", "-a", from, "-b", to, "-why=false", "-format", "table")
			rows, _, _ := strings.Cut(got.stdout, "\n\n")
			if diff := cmp.Diff(c.want, strings.Split(rows, "\n")); diff != "" || got.status != 0 {
				t.Errorf("status %d, %s (-want +got):\n%s", got.status, got.stderr, diff)
			}
		})
	}
}

// TestDiffTableOfRecipient: of a step that tells somebody else both are named, and of one
// that stands in another clause both clauses; and the summary counts them. Of the ticket
// that was answered before the step there is nothing to say.
func TestDiffTableOfRecipient(t *testing.T) {
	const tickets = `{"id":"A","agreement":"desk","as_of":"2026-03-02T11:30:00Z","events":[{"at":"2026-03-02T10:00:00Z","kind":"reported","severity":"normal"}]}
{"id":"B","agreement":"desk","as_of":"2026-03-02T11:30:00Z","events":[{"at":"2026-03-02T10:00:00Z","kind":"reported","severity":"normal"},{"at":"2026-03-02T10:30:00Z","kind":"responded"}]}
`
	from := deskSide(t, "old", "50", "1h", "", "")
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		old, new, from, to string
		recipient          string
	}{
		{`"to":"lead"`, `"to":"chief"`, " → lead", " → chief", "1"},
		{`"D-2"`, `"D-9"`, " by D-2", " by D-9", "0"},
		{`"to":"lead","clause":"D-2"`, `"to":"chief","clause":"D-9"`, " → lead by D-2", " → chief by D-9", "1"},
	} {
		to := filepath.Join(t.TempDir(), "new.json")
		if err := os.WriteFile(to, []byte(strings.Replace(string(text), c.old, c.new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		got := runCommand(diffCommand(), tickets, "-a", from, "-b", to, "-format", "table")
		const at = "Mon 2026-03-02 12:00:00 +00:00"
		want := []string{
			"TICKET AGREEMENT SEVERITY DIFFERENT OLD NEW MOVED STATE BECAUSE",
			"A desk 50% of response " + at + c.from + " " + at + c.to + " pending",
			"",
			"AGREEMENT CLOCK SEVERITY CLOCKS DIFFER EARLIER LATER APPEARED VANISHED BREACHED SAVED LEAST MEDIAN GREATEST",
			"",
			"AGREEMENT STEPS OF DIFFER EARLIER LATER APPEARED VANISHED RECIPIENT",
			"desk response 1 0 0 0 0 " + c.recipient,
			"",
			"tickets: 2, of which 1 differ",
			"newly breached: 0",
			"saved: 0",
			"",
		}
		lines := strings.Split(got.stdout, "\n")
		for i := range lines {
			lines[i] = strings.Join(strings.Fields(lines[i]), " ")
		}
		if diff := cmp.Diff(want, lines); diff != "" || got.status != 0 {
			t.Errorf("%s: status %d, %s (-want +got):\n%s", c.new, got.status, got.stderr, diff)
		}
	}
}
