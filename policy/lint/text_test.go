package lint_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
)

// TestFindings: what findings say, word for word.
func TestFindings(t *testing.T) {
	text := change(t, `"measure": "1h", "calendar": "always"`, `"measure": "5h", "calendar": "office"`)
	r, err := lint.Text([]byte(text), lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := &lint.Report{
		Agreement: "acme", Tried: 4, Complete: true,
		Findings: []lint.Finding{{
			Code: "coverage-not-checked", Line: 1, Column: 1, What: "no date was given",
			Consequence: "whether holidays are known for twelve months to come was not looked at",
			Remedy:      "give the date on which that must be so",
		}, {
			// 1 January 2026 is a Thursday. 5 h from 09:00 are 14:00 and 4 h are 13:00. Every start counts: an hour
			// is an hour on one calendar.
			Code: "graver-level-longer", Severity: lint.Error, Place: "metrics[0].targets[0]", Line: 20, Column: 9,
			What: "response at P1 is always due later than at P2, which is milder",
			Consequence: "a ticket reported on Thu 2026-01-01 00:00 +00:00 is due on Thu 2026-01-01 14:00 +00:00 as P1 (5h0m0s on office) and on Thu 2026-01-01 13:00 +00:00 as P2 (4h0m0s on office); " +
				"so it is at 797 of 797 instants of a year that were tried",
			Remedy: "give P1 the shorter measure or the longer hours", When: "where tier gold",
		}},
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSteady: the same text gives the same findings, and a document that was not
// read from a text gives the same without lines.
func TestSteady(t *testing.T) {
	text := change(t, `"measure": "1h", "calendar": "always"`, `"measure": "24h", "calendar": "always"`, `"resume": ["back"], `, ``, `"percent": 50`, `"before": "8h"`)
	first := find(t, text, lint.Options{})
	for range 5 {
		if diff := cmp.Diff(first, find(t, text, lint.Options{})); diff != "" {
			t.Fatalf("(-first +later):\n%s", diff)
		}
	}
	d, err := document.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := lint.Document(d, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != len(first)+1 { // and that no date was given
		t.Errorf("%d findings of the document, %d of its text", len(r.Findings), len(first))
	}
	for _, f := range r.Findings {
		if f.Line != 0 || f.Column != 0 {
			t.Errorf("%v has line %d, column %d", f, f.Line, f.Column)
		}
	}
}

// TestAgreements: the five agreements have no finding that is an error. The
// warnings are true of their texts:
//
//   - cumulocity, CUM-6: status reports are promised for Critical every business day;
//     for Crisis they are "as agreed", and so there are none where nothing was agreed.
//   - purchased, PUR-3 to PUR-5: the text promises a resolution for severity 2, and not
//     for 1; and nothing at all for 3.
//   - helpdesk is no agreement, but a document in which everything occurs.
//   - purchased.term_end is read by the terms of the subscription, which are no part of
//     a document.
func TestAgreements(t *testing.T) {
	myNote := "note coverage-ends "
	for name, want := range map[string][]string{
		"cumulocity": {myNote + "attributes[1]", myNote + "attributes[2]", "warning graver-level-without-target metrics[2] where report_every without Crisis"},
		"ispsystem":  {myNote + "attributes[2]"},
		"portx":      {myNote + "attributes[1]"},
		"purchased":  {"warning reading-never-used readings[3]", "warning level-without-target levels[2]", "warning graver-level-without-target metrics[1]"},
		"sempre":     nil,
		"helpdesk":   {"note resolved-cancels versions[1].metrics[0].stop"}, // on that date its second version is in force
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("../document/testdata/" + name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, find(t, string(data), lint.Options{On: day(t, "2026-11-21")})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			r, err := lint.Text(data, lint.Options{On: day(t, "2026-11-21")})
			if err != nil {
				t.Fatal(err)
			}
			if !r.Complete {
				t.Error("not all combinations were tried")
			}
		})
	}
}

// TestHelpdesk: without a date all versions are looked at. An event that only one
// listens to is used.
func TestHelpdesk(t *testing.T) {
	data, err := os.ReadFile("../document/testdata/helpdesk.json")
	if err != nil {
		t.Fatal(err)
	}
	// Its responses stop with responded alone, and its ladder halts for a test and not for
	// on_hold.
	notes := []string{"note resolved-cancels versions[0].metrics[0].stop", "note ladder-in-pause versions[0].ladders[0]", "note resolved-cancels versions[1].metrics[0].stop"}
	if diff := cmp.Diff(notes, find(t, string(data), lint.Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// A business day from Sunday night on ends on Monday night, before an hour that is
	// worked; from Monday's opening it does not.
	const from = `"from": "next_opening",`
	if strings.Count(string(data), from) != 1 {
		t.Fatalf("%s is not in the document once", from)
	}
	want := []string{notes[0], "warning graver-level-longer versions[0].metrics[0].targets[0] where tier silver", "warning no-open-hours versions[0].metrics[0].targets[3]", notes[1], notes[2]}
	if diff := cmp.Diff(want, find(t, strings.Replace(string(data), from, "", 1), lint.Options{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMistakes: what is wrong in form comes first.
func TestMistakes(t *testing.T) {
	_, err := lint.Text([]byte(change(t, `"measure": "1h", `, `"measure": "1 hour", `)), lint.Options{})
	var e *document.Error
	if !errors.As(err, &e) || len(e.Mistakes) != 1 || e.Mistakes[0].Place != "metrics[0].targets[0].measure" || e.Mistakes[0].Line != 20 {
		t.Errorf("error %v", err)
	}
	if _, err := lint.Document(new(document.Document), lint.Options{}); !errors.Is(err, document.ErrDocument) {
		t.Errorf("error %v of the zero document", err)
	}
	if r := lint.Policy(nil, lint.Options{}); len(r.Findings) != 0 {
		t.Errorf("findings %v of no policy", r.Findings)
	}
	if r := lint.Policy(new(policy.Policy), lint.Options{}); len(r.Findings) != 0 {
		t.Errorf("findings %v of the zero policy", r.Findings)
	}
}
