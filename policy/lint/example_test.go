package lint_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
	"github.com/slaclock/slaclock/severity"
)

// office is an agreement whose response clock pauses for ever once the ticket is on hold.
const office = `{
  "schema": 1, "name": "acme", "levels": [{"name": "P1"}], "events": ["on_hold"],
  "calendars": [{"name": "office", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}],
  "metrics": [{
    "name": "response", "start": ["reported"], "stop": ["responded", "resolved"], "pause": ["on_hold"],
    "targets": [{"measure": "1h", "calendar": "office", "clause": "A-1"}]
  }]
}`

func ExampleText() {
	on, err := calendar.NewDate(2026, 11, 21)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := lint.Text([]byte(office), lint.Options{On: on})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Findings {
		fmt.Printf("line %d, %v %s at %s: %s\n%s\n%s\n", f.Line, f.Severity, f.Code, f.Place, f.What, f.Consequence, f.Remedy)
	}
	// Output:
	// line 5, error pause-never-resumes at metrics[0].pause: response pauses and cannot go on: nothing is in resume
	// once on_hold has come the clock stands still until the ticket ends, and is never breached
	// name in resume the event that ends the pause
}

func ExampleDocument() {
	d, err := document.Decode([]byte(office))
	if err != nil {
		fmt.Println(err)
		return
	}
	d.Metrics[0].Pause = nil
	report, err := lint.Document(d, lint.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Findings {
		fmt.Println(f.Severity, f.Code, f.Place)
	}
	// Output:
	// warning event-never-used events[0]
	// note coverage-not-checked
}

func ExamplePolicy() {
	scale, err := severity.NewScale("acme", "P1", "P2")
	if err != nil {
		fmt.Println(err)
		return
	}
	hours, err := calendar.New(calendar.Config{Zone: "Asia/Kuala_Lumpur", Region: calendar.Region{Code: "MY"}, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := policy.New(policy.Agreement{
		Name: "acme", Scale: scale, Location: hours.Location(), Calendars: map[string]*calendar.Calendar{"office": hours},
		Metrics: []policy.Metric{{
			Name: "response", Start: policy.Report, Stop: policy.On(policy.Responded, policy.Resolved),
			Targets: []policy.Target{
				{Level: "P1", Measure: policy.Measure{Days: 3}, Calendar: "office", Clause: "A-1"},
				{Level: "P2", Measure: policy.Measure{Days: 2}, Calendar: "office", Clause: "A-1"},
			},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	on, err := calendar.NewDate(2026, 6, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range lint.Policy(p, lint.Options{On: on}).Findings {
		fmt.Printf("%v %s: %s\n", f.Severity, f.Place, f.What)
	}
	// Output:
	// warning calendars[office]: the holidays of MY that office closes on are known through 2026-12-31 only
	// error metrics[0].targets[0]: response at P1 is always due later than at P2, which is milder
}

func ExampleReport_Worst() {
	report, err := lint.Text([]byte(office), lint.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Worst())
	// Output:
	// error true
}

func ExampleSeverity_String() {
	fmt.Println(lint.Note, lint.Warning, lint.Error)
	// Output:
	// note warning error
}

func ExampleFinding_String() {
	f := lint.Finding{
		Code: "level-without-target", Severity: lint.Warning, Place: "levels[2]", What: "nothing is promised at P3",
		Consequence: "nothing is ever due", Remedy: "add a target for it", When: "where tier silver",
	}
	fmt.Println(f)
	// Output:
	// warning: levels[2]: nothing is promised at P3 (where tier silver); nothing is ever due; add a target for it [level-without-target]
}

func ExampleFinding_AppendJSON() {
	f := lint.Finding{Code: "level-without-target", Severity: lint.Warning, Place: "levels[2]", Line: 6, Column: 5, What: "nothing is promised at P3"}
	fmt.Println(string(f.AppendJSON(nil)))
	// Output:
	// {"code":"level-without-target","severity":"warning","place":"levels[2]","line":6,"column":5,"what":"nothing is promised at P3"}
}
