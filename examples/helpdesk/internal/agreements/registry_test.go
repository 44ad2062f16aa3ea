package agreements

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// Terms that are equal share an agreement; others do not.
func TestRegistryShares(t *testing.T) {
	r := NewRegistry(BuiltIn{})
	of := func(customer string) any {
		p, err := r.Of(store.Terms{Agreement: "cumulocity", Customer: customer, Readings: "{}", Attributes: "{}"})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	const de, us = `{"region":"EMEA","country":"DE"}`, `{"region":"US","country":"US"}`
	if of(de) != of(de) {
		t.Error("equal terms have two agreements")
	}
	if of(de) == of(us) {
		t.Error("two customers have one agreement")
	}
}

// A document's tickets share the policy of their version, customer, attributes and
// readings, and nothing else does.
func TestRegistryVersions(t *testing.T) {
	more, err := ReadDocuments([]string{"../../testdata/works-desk.json"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := NewRegistry(append(Sources{BuiltIn{}}, more...))
	of := func(attributes string, reported time.Time) *policy.Policy {
		v, err := r.Of(store.Terms{Agreement: "works-desk", Customer: "{}", Readings: "{}", Attributes: attributes})
		if err != nil {
			t.Fatal(err)
		}
		p, err := v.InForce(reported)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	const silver, gold = `{"title":"x"}`, `{"title":"x","tier":"gold"}`
	change := time.Date(2026, time.March, 31, 22, 0, 0, 0, time.UTC)
	if of(silver, change.Add(-1)) != of(silver, change.AddDate(-1, 0, 0)) || of(silver, change) != of(silver, change.AddDate(1, 0, 0)) {
		t.Error("tickets of one version do not share it")
	}
	if of(silver, change.Add(-1)) == of(silver, change) {
		t.Error("two versions are one")
	}
	if of(silver, change) == of(gold, change) {
		t.Error("two customers share a policy")
	}
	if diff := cmp.Diff([]time.Time{{}, change}, r.Begins("works-desk"), cmp.Comparer(time.Time.Equal)); diff != "" {
		t.Errorf("begins (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"urgent", "normal", "low"}, r.Severities("works-desk")); diff != "" {
		t.Errorf("severities (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"S1", "S2", "S3", "S4"}, r.Severities("portx")); diff != "" {
		t.Errorf("severities (-want +got):\n%s", diff)
	}
}

// What terms can have wrong, each with its place.
func TestRegistryMistakes(t *testing.T) {
	r := NewRegistry(BuiltIn{})
	for _, row := range []struct {
		terms   store.Terms
		unknown bool
		want    string
	}{
		{store.Terms{Agreement: "acme"}, true, "write purchased, cumulocity, ispsystem, portx"},
		{store.Terms{Agreement: "sempre"}, true, "promises no times"},
		{store.Terms{Agreement: "purchased", Customer: `{"add_ons":["gold"]}`}, false, "gold"},
		{store.Terms{Agreement: "purchased", Customer: `{"addons":[]}`}, false, "customer.addons"},
		{store.Terms{Agreement: "purchased", Customer: `{"add_ons":[]`}, false, "within an object"},
		{store.Terms{Agreement: "purchased", Readings: `{"purchased.zone":"UTC"}`}, false, "purchased.zone"},
		{store.Terms{Agreement: "purchased", Attributes: `{"tier":"gold"}`}, false, "tier"},
	} {
		_, err := r.Of(row.terms)
		if err == nil || !strings.Contains(err.Error(), row.want) || errors.Is(err, ErrUnknown) != row.unknown {
			t.Errorf("%+v: %v, want an error with %q", row.terms, err, row.want)
		}
	}
}

// However terms are written, they have one canonical form, and that is its own.
func TestCanonical(t *testing.T) {
	r := NewRegistry(BuiltIn{})
	const (
		customer   = `{"region":"EMEA","country":"DE","hub_holidays":{"APJ":"MY-14","US":"US"},"zone":"+08:00","add_ons":["b","a"],"response_days":{"S1":1,"S2":2}}`
		readings   = `{"portx.severity_change":"fair","portx.zone":"x"}`
		attributes = `{"a \"b\"":"","tier":"gold"}`
	)
	want := store.Terms{Agreement: "portx", Customer: customer, Readings: readings, Attributes: attributes}
	for _, terms := range []store.Terms{
		want,
		{Agreement: "portx",
			Customer:   "{ \"response_days\": {\"S2\":2, \"S1\":1},\n\"add_ons\":[\"b\",\"\\u0061\"], \"zone\":\"\\u002b08:00\", \"hub_holidays\":{\"US\":\"US\",\"APJ\":\"MY-14\"},\"country\":\"DE\",\"reg\\u0069on\":\"EMEA\"}",
			Readings:   `{"portx.zone":"x", "portx.severity_change":"fair"}`,
			Attributes: `{"tier":"g\u006fld","a \u0022b\"":""}`},
	} {
		got, err := r.Canonical(terms)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	none, err := r.Canonical(store.Terms{Agreement: "purchased"})
	if diff := cmp.Diff(store.Terms{Agreement: "purchased", Customer: "{}", Readings: "{}", Attributes: "{}"}, none); err != nil || diff != "" {
		t.Errorf("nothing: %v (-want +got):\n%s", err, diff)
	}
	for _, row := range []struct {
		terms store.Terms
		want  string
	}{
		{store.Terms{Agreement: "acme"}, `agreement: "acme" is not known; write purchased, cumulocity, ispsystem, portx`},
		{store.Terms{Agreement: "portx", Customer: `{"planet":"Mars"}`}, `policy: customer.planet: unknown field; known are region, country, hub_holidays, report_every, zone, product, tier, add_ons, response_days`},
	} {
		if got, err := r.Canonical(row.terms); err == nil || err.Error() != row.want || got != row.terms {
			t.Errorf("%+v: %+v, %v\nwant %s", row.terms, got, err, row.want)
		}
	}
}

// What a form has becomes a customer, and a customer becomes what a form has.
func TestFields(t *testing.T) {
	fields := []Field{{Name: "zone"}, {Name: "add_ons", Kind: Texts}, {Name: "report_every", Kind: TextMap}, {Name: "response_days", Kind: NumberMap}}
	form := map[string]string{"zone": `a "zone"`, "add_ons": "call-in, more", "report_every": "Crisis=4h", "response_days": "S1=1, S2=20"}
	got, err := Customer(fields, func(name string) string { return form[name] })
	const want = `{"zone":"a \"zone\"","add_ons":["call-in","more"],"report_every":{"Crisis":"4h"},"response_days":{"S1":1,"S2":20}}`
	if err != nil || got != want {
		t.Fatalf("%s %v, want %s", got, err, want)
	}
	var read map[string]any
	if err := json.Unmarshal([]byte(got), &read); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(form, Values(fields, read, nil)); diff != "" {
		t.Errorf("(-form +values):\n%s", diff)
	}
	for _, row := range []struct{ name, text, want string }{
		{"report_every", "4h", "write name=value"}, {"report_every", "Crisis=", "write name=value"}, {"response_days", "S1=one", "whole number"},
		{"response_days", "S1=01", "whole number"}, {"response_days", "S1=-1", "whole number"},
	} {
		_, err := Customer(fields, func(name string) string {
			if name == row.name {
				return row.text
			}
			return ""
		})
		if err == nil || !strings.Contains(err.Error(), row.want) || !strings.Contains(err.Error(), "customer."+row.name) {
			t.Errorf("%s %q: %v, want an error with %q", row.name, row.text, err, row.want)
		}
	}
}
