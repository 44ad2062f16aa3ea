package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// TestUnchecked breaks a document after it was checked: what For needs is an error
// with its place all the same.
func TestUnchecked(t *testing.T) {
	gold := document.When{"tier": {"gold"}}
	for _, test := range []struct {
		name  string
		spoil func(d *document.Document)
		want  string
	}{
		{"no levels", func(d *document.Document) { d.Levels = nil }, `policy: levels: are missing; the document says nothing of tickets`},
		{"a scale", func(d *document.Document) { d.Levels[1].Name = "HIGH" }, `document: levels[1].name: "HIGH" is the name of levels[0] already; write each name once`},
		{"a calendar of itself", func(d *document.Document) { d.Calendars[1].Union[1] = "both" }, `policy: calendars: "both" is made of itself`},
		{"calendars of each other", func(d *document.Document) {
			d.Calendars[0] = document.Calendar{Name: "office", As: "both"}
		}, `policy: calendars: "office" is made of itself`},
		{"two rows of a calendar", func(d *document.Document) { d.Calendars[1].Name = "office" }, `policy: calendars[0]: and calendars[1] both hold for this ticket (always; always), and none has more conditions`},
		{"hours", func(d *document.Document) {
			d.Calendars[0].Hours.Week[time.Monday] = []calendar.Window{{Open: 17 * time.Hour, Close: 9 * time.Hour}}
		}, `document: calendars[0]: week[mon][0]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight`},
		{"a part without a row", func(d *document.Document) { d.Calendars[0].When = document.When{"vip": {"a"}} }, `policy: calendars: "office" has no row that holds for this ticket, where vip not given; add one without conditions`},
		{"a zone", func(d *document.Document) { d.Zone.Calendar, d.Zone.Text = "", "Atlantis" },
			`document: zone: zone "Atlantis" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00`},
		{"a zone of a calendar", func(d *document.Document) { d.Zone.Calendar = "none" }, `policy: calendars: "none" has no row that holds for this ticket; add one without conditions`},
		{"a zone of an attribute", func(d *document.Document) { d.Zone.Calendar, d.Zone.Attribute = "", "site" }, `policy: attributes[site]: is not an attribute of the document`},
		{"a zone that is not given", func(d *document.Document) { d.Zone.Calendar, d.Zone.Attribute = "", "tier" }, `policy: customer.tier: is missing; write gold or silver`},
		{"a lowering", func(d *document.Document) { d.Lowering.Clause = "" }, `document: lowering: clause: is missing; every lowering cites the clause that says so`},
		{"a mode", func(d *document.Document) { d.SeverityChange.Text = "soft" }, `document: severity_change: mode: "soft" is not a mode of severity change; write fair, from_start or from_change`},
		{"a choice", func(d *document.Document) {
			d.SeverityChange = &document.Value{Choose: []document.Choice{{When: gold, Value: *document.Text("fair")}}}
		}, `policy: severity_change.choose: has no row that holds for this ticket, where tier not given; add one without conditions`},
		{"two choices", func(d *document.Document) {
			d.SeverityChange = &document.Value{Choose: []document.Choice{{Value: *document.Text("fair")}, {Value: *document.Text("fair")}}}
		}, `policy: severity_change.choose[0]: and severity_change.choose[1] both hold for this ticket (always; always), and none has more conditions`},
		{"two metrics", func(d *document.Document) { d.Metrics = append(d.Metrics, d.Metrics[0]) },
			`policy: metrics[0]: and metrics[1] both hold for this ticket (always; always), and none has more conditions`},
		{"a target's calendar", func(d *document.Document) { d.Metrics[0].Targets[0].Calendar = "none" }, `policy: calendars: "none" has no row that holds for this ticket; add one without conditions`},
		{"a gate's calendar", func(d *document.Document) { d.Metrics[0].Targets[0].Gate = &document.Gate{OffDays: "none"} }, `policy: calendars: "none" has no row that holds for this ticket; add one without conditions`},
		{"a measure", func(d *document.Document) { d.Metrics[0].Targets[0].Measure.Text = "soon" }, `document: metrics[0].targets[0].measure: "0s" must have exactly one of a time, business days and calendar days, more than none`},
		{"a clause", func(d *document.Document) { d.Metrics[0].Targets[0].Clause = "" }, `document: metrics[0].targets[0].clause: is missing; every target cites the clause that promises it`},
		{"two ladders", func(d *document.Document) { d.Ladders = append(d.Ladders, d.Ladders[0]) }, `policy: ladders[0]: and ladders[1] both hold for this ticket (always; always), and none has more conditions`},
		{"a ladder's calendar", func(d *document.Document) { d.Ladders[0].Calendar = "none" }, `policy: calendars: "none" has no row that holds for this ticket; add one without conditions`},
		{"notices", func(d *document.Document) { d.Ladders[0].Notices = "none" }, `policy: calendars: "none" has no row that holds for this ticket; add one without conditions`},
		{"a ladder", func(d *document.Document) { d.Ladders[0].Steps[0].To = "" }, `document: ladders[0].steps[0].to: is missing; a step tells somebody`},
		{"a region", func(d *document.Document) { d.Ownership.Default.Text = "US" }, `policy: ownership.default: "US" is not a region of this ticket; write EU`},
		{"two regions", func(d *document.Document) { d.Ownership.Regions = append(d.Ownership.Regions, d.Ownership.Regions[0]) },
			`policy: ownership.regions[0]: and ownership.regions[1] both hold for this ticket (always; always), and none has more conditions`},
		{"a region's calendar", func(d *document.Document) { d.Ownership.Regions[0].Calendar = "none" }, `policy: calendars: "none" has no row that holds for this ticket; add one without conditions`},
		{"a region of an attribute", func(d *document.Document) { d.Ownership.Default = *document.FromAttribute("tier") }, `policy: customer.tier: is missing; write gold or silver`},
		{"open", func(d *document.Document) { d.Versions, d.Open = twice(d), "soft" }, `document: open: mode: "soft" is not a mode of severity change; write fair, from_start or from_change`},
		{"a version", func(d *document.Document) {
			d.Versions = twice(d)
			d.Versions[1].Metrics = []document.Metric{{Name: "other", Start: []string{"reported"}, Targets: []document.Target{{Measure: document.Measure{Text: "1h"}, Calendar: "office"}}}}
		}, "document: versions[1]: metrics[0].targets[0].clause: is missing; every target cites the clause that promises it\n" +
			"document: versions[1]: metrics[0].targets[1].clause: is missing; every target cites the clause that promises it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := mustDecode(t, small)
			test.spoil(d)
			_, err := d.For(policy.Customer{}, nil, nil)
			if fmt.Sprint(err) != test.want {
				t.Error(cmp.Diff(test.want, fmt.Sprint(err)))
			}
			if strings.HasPrefix(test.want, "policy: customer.") != errors.Is(err, policy.ErrCustomer) || errors.Is(err, policy.ErrCustomer) == errors.Is(err, policy.ErrAgreement) {
				t.Errorf("of another kind: %v", err)
			}
		})
	}
}

// TestUnchecked_Names has names in conditions and rules that stand for nothing.
func TestUnchecked_Names(t *testing.T) {
	d := mustDecode(t, strings.Replace(small, `{"name": "vip", "type": "list"}`, `{"name": "vip", "type": "list"}, {"name": "agreed", "type": "measures"}`, 1))
	d.Refuse = []document.Refusal{{When: document.When{"agreed": {"urgent"}}, Why: "x"}}
	if _, err := d.For(policy.Customer{}, map[string]string{"agreed.high": "1h"}, nil); err != nil {
		t.Errorf("no level is called urgent: %v", err)
	}
	d.Releases = &document.Releases{Ordered: "R", LineField: "product", Rules: []document.ReleaseRule{{When: document.When{"product": {"a"}}, Rule: lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "old"}}}}}}
	p, err := d.ReleasePolicy()
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Rule("a", nil); len(got.Stages) != 1 {
		t.Errorf("%+v", got)
	}
	if got := p.Rule("b", nil); len(got.Stages) != 0 {
		t.Errorf("no rule holds: %+v", got)
	}
}

// twice returns the version of a document twice, the second one from 2026 on.
func twice(d *document.Document) []document.Version {
	second := d.Version
	second.From = "2026-01-01T00:00:00Z"
	return []document.Version{d.Version, second}
}

// TestUnchecked_Policy is TestUnchecked for the version of one ticket.
func TestUnchecked_Policy(t *testing.T) {
	d := mustDecode(t, small)
	d.Versions = twice(d)
	d.Version = document.Version{}
	ticket := policy.Ticket{Agreement: "acme", Events: []policy.TicketEvent{{At: policy.Stamp{Text: "x", Time: policyTime}, Kind: policy.Reported}}}
	if _, err := d.Policy(&ticket); err != nil {
		t.Fatal(err)
	}
	ticket.Readings = map[string]string{"acme.zon": "UTC"}
	if _, err := d.Policy(&ticket); !errors.Is(err, policy.ErrReading) {
		t.Errorf("%v", err)
	}
	if _, err := d.Policy(nil); !errors.Is(err, policy.ErrTicket) {
		t.Errorf("no ticket: %v", err)
	}
	ticket.Readings = nil
	d.Versions[1].Levels = []document.Level{{Name: "high"}, {Name: "high"}}
	const want = `document: versions[1]: levels[1].name: "high" is the name of levels[0] already; write each name once`
	if _, err := d.Policy(&ticket); fmt.Sprint(err) != want || !errors.Is(err, policy.ErrAgreement) {
		t.Error(cmp.Diff(want, fmt.Sprint(err)))
	}
}

// TestNoForm has documents made in Go that cannot be written, or whose form is
// wrong.
func TestNoForm(t *testing.T) {
	nano := mustDecode(t, small)
	nano.Calendars[0].Hours.Week[time.Monday][0].Open = 9*time.Hour + 1
	rules := mustDecode(t, small)
	rules.Releases = &document.Releases{Ordered: "R", Rules: []document.ReleaseRule{{Rule: lifecycle.Rule{Stages: []lifecycle.Stage{{}}}}}}
	for _, test := range []struct {
		d             *document.Document
		encode, check string
	}{
		{nano, `document: calendars[0].week[mon][0]: 9h0m0.000000001s-17:00 has no JSON form; write whole seconds from 00:00 to 99:59:59`, `document: calendars[0].week[mon][0]: 9h0m0.000000001s-17:00 has no JSON form; write whole seconds from 00:00 to 99:59:59`},
		{rules, `document: releases.rules[0].rule.stages[0].name: "" is empty or there twice; name each stage once`, `document: releases.rules[0].rule.stages[0].name: "" is empty or there twice; name each stage once`},
		{&document.Document{}, ``, "document: schema: 0 must be 1\ndocument: name: \"\" is empty; write a text"},
		{&document.Document{Schema: 1, Name: "a", Version: document.Version{Levels: []document.Level{{Name: "x"}}, Events: []string{""}}}, ``, `document: events[0]: "" is empty; write a text, or leave it out`},
	} {
		_, err := test.d.Encode()
		if test.encode == "" && err != nil || test.encode != "" && !strings.HasPrefix(fmt.Sprint(err), test.encode) {
			t.Errorf("encode: %v; want %s", err, test.encode)
		}
		if _, again := test.d.MarshalJSON(); fmt.Sprint(again) != fmt.Sprint(err) {
			t.Errorf("%v; want %v", again, err)
		}
		if err := test.d.Check(); !errors.Is(err, document.ErrDocument) || !strings.HasPrefix(err.Error(), test.check) {
			t.Errorf("check: %v; want %s", err, test.check)
		}
	}
	// What is wrong leaves a document as it was.
	d := mustDecode(t, small)
	if err := d.UnmarshalJSON([]byte(`{"schema": 2}`)); !errors.Is(err, document.ErrDocument) || d.Name != "acme" {
		t.Errorf("%v, %s", err, d.Name)
	}
}

// TestNothing has what is said where nothing is.
func TestNothing(t *testing.T) {
	if got := (document.When{}).String(); got != "always" {
		t.Error(got)
	}
	if m, ok := (document.Measure{Text: "5 business days"}).Parse("soon"); ok {
		t.Error(m)
	}
	if m, ok := (document.Measure{}).Parse(""); ok || m != (policy.Measure{}) {
		t.Error(m)
	}
	if a := mustDecode(t, small).Setters(); a.Report.Clause != "" || len(a.Report.By) != 0 || len(a.Change.By) != 0 {
		t.Errorf("%+v", a)
	}
	d := mustDecode(t, `{"schema": 1, "name": "acme", "levels": [{"name": "a"}]}`)
	versions, err := d.For(policy.Customer{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := versions.InForce(policyTime)
	if err != nil || p.Location() != time.UTC {
		t.Errorf("without a zone: %v, %v", p.Location(), err)
	}
	// A condition that is empty is none.
	text := strings.Replace(small, `{"level": "high", "measure"`, `{"level": "high", "when": {}, "measure"`, 1)
	if w := mustDecode(t, text).Metrics[0].Targets[0].When; w != nil {
		t.Errorf("%v", w)
	}
}

// TestNeededTexts: where a text must stand, nobody is told to leave it out.
func TestNeededTexts(t *testing.T) {
	const want = `document: name: "" is empty; write a text`
	if err := (&document.Document{Schema: 1}).Check(); fmt.Sprint(err) != want {
		t.Error(cmp.Diff(want, fmt.Sprint(err)))
	}
}
