package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/lint"
	"github.com/slaclock/slaclock/severity"
)

// TestManyTexts: of a list of which conditions ask for up to four texts all sets are
// tried; of more none, each, and all.
func TestManyTexts(t *testing.T) {
	for _, tt := range []struct {
		texts, tried int // sets of texts, of two tiers each
		complete     bool
		want         []string
	}{
		{4, 2 * 16, true, []string{"error graver-level-longer metrics[0].targets[0] where tags with t1"}},
		{5, 2 * 7, false, []string{"note not-all-tried", "error graver-level-longer metrics[0].targets[0] where tags with t1"}},
	} {
		text := change(t, `"attributes": [`, `"attributes": [{"name": "tags", "type": "list"}, `, `"thresholds": [`, `"thresholds": [`+thresholds(tt.texts),
			`{"level": "P1", "measure": "1h"`, `{"level": "P1", "when": {"tags": "t1"}, "measure": "9h", "calendar": "office", "clause": "A-1"}, {"level": "P1", "measure": "1h"`)
		r, err := lint.Text([]byte(text), lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		// The reading doubles the tickets.
		if r.Tried != 2*tt.tried || r.Complete != tt.complete {
			t.Errorf("%d texts: %d combinations were tried, complete %v, want %d", tt.texts, r.Tried, r.Complete, 2*tt.tried)
		}
		if diff := cmp.Diff(tt.want, find(t, text, lint.Options{})); diff != "" {
			t.Errorf("%d texts (-want +got):\n%s", tt.texts, diff)
		}
	}
}

// thresholds has one for each of so many texts.
func thresholds(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"when": {"tags": "t%d"}, "percent": %d, "to": "lead", "clause": "A-3"}, `, i+1, i+1)
	}
	return b.String()
}

// TestLongLists: of many values twelve are named.
func TestLongLists(t *testing.T) {
	var values []string
	for i := range 13 {
		values = append(values, fmt.Sprintf(`"v%02d"`, i))
	}
	for n, want := range map[int]string{12: "v10, v11, all", 13: "v10, v11, …, all"} {
		text := change(t, `"readings": [`, `"readings": [{"name": "acme.x", "values": [`+strings.Join(values[:n], ", ")+`], "clause": "A-0"}, `)
		r, err := lint.Text([]byte(text), lint.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Findings[1].Consequence; !strings.HasSuffix(got, want+" answers are the same") {
			t.Errorf("%d: %s", n, got)
		}
	}
}

// TestManyFindings: a report has MaxFindings at most, and says that there are more.
func TestManyFindings(t *testing.T) {
	scale, err := severity.NewScale("acme", "P1", "P2")
	if err != nil {
		t.Fatal(err)
	}
	hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{lint.MaxFindings - 2, lint.MaxFindings - 1, lint.MaxFindings} {
		metric := policy.Metric{Name: "response", Start: policy.Report, Stop: policy.Response,
			Targets: []policy.Target{{Level: "P1", Measure: policy.Measure{Time: time.Hour}, Calendar: "office", Clause: "A-1"}}}
		for i := range n { // of each it is told that its level has no target, and of all that nobody is told
			metric.Thresholds = append(metric.Thresholds, policy.Threshold{Levels: []string{"P1", "P2"}, Percent: 1 + i%100, To: fmt.Sprint(i), Clause: "A-2"})
		}
		p, err := policy.New(policy.Agreement{Name: "acme", Scale: scale, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"office": hours}, Metrics: []policy.Metric{metric}})
		if err != nil {
			t.Fatal(err)
		}
		// Beside the thresholds nothing is promised at P2, and no date was given.
		r := lint.Policy(p, lint.Options{})
		if got, want := len(r.Findings), min(n+2, lint.MaxFindings); got != want || r.More != (n+2 > lint.MaxFindings) {
			t.Errorf("%d: %d findings, more %v, want %d", n, got, r.More, want)
		}
		if f := r.Findings[0]; f.Code != "level-without-target" || f.Place != "scale" {
			t.Errorf("first %v", f)
		}
	}
}

func TestSeverityOfNoName(t *testing.T) {
	if got := lint.Severity(7).String(); got != "Severity(7)" {
		t.Error(got)
	}
}
