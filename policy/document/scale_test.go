package document_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// scaled promises a response within the hours that a ticket's tier has, 8 for silver and 2 for gold.
const scaled = `{"schema": 1, "name": "acme",
  "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"], "required": true}],
  "versions": [
    {LEVELS, CALENDAR, "metrics": [{"name": "response", "start": ["reported"], "stop": ["responded"], "targets": [
      {"measure": "8h", "calendar": "always", "clause": "A-1"},
      {"when": {"tier": "gold"}, "measure": "2h", "calendar": "always", "clause": "A-2"}]}]},
    {"from": "2026-01-01T00:00:00Z", LEVELS, "metrics": [{"name": "response"}]},
    {"from": "2026-02-01T00:00:00Z", "levels": [{"name": "high"}, {"name": "low"}], "metrics": [{"name": "response"}]}]}`

// mustScaled reads scaled.
func mustScaled(t *testing.T) *document.Document {
	t.Helper()
	return mustDecode(t, strings.NewReplacer("LEVELS", `"levels": [{"name": "high", "aliases": ["P1"]}, {"name": "low"}]`,
		"CALENDAR", `"calendars": [{"name": "always", "zone": "UTC", "week": {`+week+`}}]`).Replace(scaled))
}

const week = `"mon": [["00:00", "24:00"]], "tue": [["00:00", "24:00"]], "wed": [["00:00", "24:00"]], "thu": [["00:00", "24:00"]], "fri": [["00:00", "24:00"]], "sat": [["00:00", "24:00"]], "sun": [["00:00", "24:00"]]`

// TestScale_IsOne: all policies that are made of a document that was read have the same levels, where the rows of the
// levels are the same: a ticket is judged for two customers, and goes over from what the one is promised to the other's.
// 8 hours from 09:00 are over at 17:00, 2 at 11:00.
func TestScale_IsOne(t *testing.T) {
	d := mustScaled(t)
	reported := time.Date(2025, time.December, 1, 9, 0, 0, 0, time.UTC)
	of := func(d *document.Document, tier, at string) *policy.Policy {
		t.Helper()
		high := "high"
		from, err := calendar.ParseTime(at)
		if err != nil {
			t.Fatal(err)
		}
		ticket := policy.Ticket{Agreement: "acme", Attributes: map[string]string{"tier": tier}, Events: []policy.TicketEvent{{At: policy.Stamp{Text: at, Time: from}, Kind: policy.Reported, Severity: &high}}}
		p, err := d.Policy(&ticket)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	const first, second, third = "2025-12-01T09:00:00Z", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
	silver, gold := of(d, "silver", first), of(d, "gold", first)
	level, err := silver.Scale().Parse("p1")
	if err != nil {
		t.Fatal(err)
	}
	events := []policy.Event{{At: reported, Kind: policy.Reported, Severity: level}}
	due := func(p *policy.Policy) string {
		t.Helper()
		a, err := p.Evaluate(events, reported.Add(time.Hour))
		if err != nil {
			t.Fatal(err)
		}
		return a.Clocks[0].Due.String()
	}
	versions, err := policy.NewVersions(policy.Version{Policy: silver}, policy.Version{From: reported.Add(time.Hour), Policy: gold})
	if err != nil {
		t.Fatal(err)
	}
	moving, err := versions.Moving(severity.FromStart)
	if err != nil {
		t.Fatal(err)
	}
	goes, err := moving.For(events)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2025-12-01T17:00:00Z", "2025-12-01T11:00:00Z", "2025-12-01T11:00:00Z"}, []string{due(silver), due(gold), due(goes)}); diff != "" {
		t.Error(diff)
	}

	all, err := d.For(policy.Customer{}, map[string]string{"tier": "gold"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := all.InForce(reported)
	if err != nil {
		t.Fatal(err)
	}
	again := new(document.Document)
	text, err := d.Encode()
	if err == nil {
		err = json.Unmarshal(text, again)
	}
	if err != nil {
		t.Fatal(err)
	}
	changed, copied := *d, *d
	changed.Versions = append([]document.Version(nil), d.Versions...)
	changed.Versions[0].Levels = []document.Level{{Name: "high", Aliases: []string{"P2"}}, {Name: "low"}}
	written := &document.Document{Schema: d.Schema, Name: d.Name, Attributes: d.Attributes, Versions: d.Versions}
	for _, test := range []struct {
		name string
		p    *policy.Policy
		same bool
	}{
		{"all versions at once", whole, true},
		{"a later version of the same levels", of(d, "gold", second), true},
		{"one without the alias", of(d, "gold", third), false},
		{"a copy", of(&copied, "gold", first), true},
		{"a copy with another alias", of(&changed, "gold", first), false},
		{"the other version of that copy", of(&changed, "gold", second), true},
		{"the text, read again", of(again, "gold", first), false},
		{"written in Go", of(written, "gold", first), false},
	} {
		if same := test.p.Scale() == silver.Scale(); same != test.same {
			t.Errorf("%s: the same levels: %v", test.name, same)
		}
	}
	if of(again, "gold", first).Scale() != of(again, "silver", second).Scale() {
		t.Error("a document that encoding/json reads has several scales")
	}
}
