package document_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/document"
)

// TestNotUTF8 has texts that are not UTF-8 in a document made in Go.
func TestNotUTF8(t *testing.T) {
	const why = `"\xff" is not UTF-8, and cannot be written as JSON`
	for _, test := range []struct {
		spoil func(d *document.Document)
		want  string
	}{
		{func(d *document.Document) { d.Name = "ac\xffme" }, `name: "ac\xffme" is not UTF-8, and cannot be written as JSON`},
		{func(d *document.Document) { d.Metrics[0].Name = strings.Repeat("é", 41) + "\xff" }, `metrics[0].name: "` + strings.Repeat("é", 40) + `…" is not UTF-8, and cannot be written as JSON`},
		{func(d *document.Document) { d.Metrics[0].Targets[1].Clause = "\xff" }, `metrics[0].targets[1].clause: ` + why},
		{func(d *document.Document) { d.Metrics[0].Targets[0].Measure.Text = "\xff" }, `metrics[0].targets[0].measure: ` + why},
		{func(d *document.Document) { d.Metrics[0].Targets[0].Measure.Attribute = "\xff" }, `metrics[0].targets[0].measure.attribute: ` + why},
		{func(d *document.Document) { d.Attributes[0].Values[1] = "\xff" }, `attributes[0].values[1]: ` + why},
		{func(d *document.Document) { d.Versions = twice(d); d.Versions[1].From = "\xff" }, `versions[1].from: ` + why},
		// Values.
		{func(d *document.Document) { d.SeverityChange = document.Text("\xff") }, `severity_change: ` + why},
		{func(d *document.Document) { d.SeverityChange = document.FromAttribute("\xff") }, `severity_change.attribute: ` + why},
		{func(d *document.Document) { d.SeverityChange = &document.Value{Attribute: "tier", Key: "\xff"} }, `severity_change.key: ` + why},
		{func(d *document.Document) { d.SeverityChange = document.FromReading("\xff") }, `severity_change.reading: ` + why},
		{func(d *document.Document) {
			d.SeverityChange = &document.Value{Choose: []document.Choice{{Value: *document.Text("\xff")}}}
		}, `severity_change.choose[0].value: ` + why},
		{func(d *document.Document) { d.Zone.Calendar = "\xff" }, `zone.calendar: ` + why},
		// Keys of maps, and what they lead to.
		{func(d *document.Document) { d.Lowering.To = map[string]string{"\xff": "low"} }, `lowering.to: ` + why},
		{func(d *document.Document) { d.Lowering.To = map[string]string{"very high": "\xff"} }, `lowering.to["very high"]: ` + why},
		{func(d *document.Document) { d.Metrics[0].When = document.When{"\xff": {"gold"}} }, `metrics[0].when: ` + why},
		{func(d *document.Document) { d.Metrics[0].When = document.When{"tier": {"\xff"}} }, `metrics[0].when[tier]: ` + why},
		{func(d *document.Document) { d.Metrics[0].When = document.When{"acme.zone": {"UTC", "\xff"}} }, `metrics[0].when[acme.zone][1]: ` + why},
		// Parts of other packages.
		{func(d *document.Document) { d.Calendars[0].Hours.Holidays = []calendar.Holiday{{Name: "\xff"}} }, `calendars[0].holidays[0].name: "\xff" is not UTF-8`},
		{func(d *document.Document) {
			d.Releases = releases(lifecycle.Rule{Support: lifecycle.Given{Name: "\xff"}})
		}, `releases.rules[0].rule.support.given.name: "\xff" is not UTF-8`},
		{func(d *document.Document) {
			d.Releases = &document.Releases{Scheme: lifecycle.Scheme{ServiceWords: []string{"\xff"}}}
		}, `releases.scheme.service_words[0]: "\xff" is not UTF-8`},
		// Several are all reported.
		{func(d *document.Document) {
			d.Levels[0].Name, d.Metrics[0].When = "\xfe", document.When{"\xff": {"\xff"}}
		},
			`levels[0].name: "\xfe" is not UTF-8, and cannot be written as JSON` + "\ndocument: metrics[0].when: " + why + "\ndocument: metrics[0].when[\"\\xff\"]: " + why},
		{func(d *document.Document) {
			d.Name, d.Calendars[0].Hours.Holidays = "\xff", []calendar.Holiday{{Name: "\xfe"}}
		},
			"name: " + why + "\n" + `document: calendars[0].holidays[0].name: "\xfe" is not UTF-8`},
	} {
		d := mustDecode(t, small)
		test.spoil(d)
		_, encode := d.Encode()
		_, write := d.MarshalJSON()
		for name, err := range map[string]error{"Check": d.Check(), "Encode": encode, "MarshalJSON": write} {
			if want := "document: " + test.want; !errors.Is(err, document.ErrDocument) || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%s: %v\nwant %s", name, err, want)
			}
		}
	}
}

// releases are releases with one rule.
func releases(r lifecycle.Rule) *document.Releases {
	return &document.Releases{Ordered: "R", Rules: []document.ReleaseRule{{Rule: r}}}
}

// TestNotUTF8_Parts has such texts in parts that are written on their own.
func TestNotUTF8_Parts(t *testing.T) {
	for want, part := range map[string]any{
		`document: "\xff" is not UTF-8, and cannot be written as JSON`:           document.Measure{Text: "\xff"},
		`document: reading: "\xff" is not UTF-8, and cannot be written as JSON`:  document.FromReading("\xff"),
		`document: calendar: "\xff" is not UTF-8, and cannot be written as JSON`: document.Zone{Calendar: "\xff"},
		`document: [tier]: "\xff" is not UTF-8, and cannot be written as JSON`:   document.When{"tier": {"\xff"}},
	} {
		_, err := json.Marshal(part)
		if !errors.Is(err, document.ErrDocument) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
}

// TestNotUTF8_Hidden: no text is passed over because another one is written instead.
func TestNotUTF8_Hidden(t *testing.T) {
	d := mustDecode(t, small)
	d.Metrics[0].Targets[0].Measure = document.Measure{Text: "\xff", Attribute: "tier"}
	const want = `document: metrics[0].targets[0].measure: must have exactly one of Text and Attribute`
	if err := d.Check(); fmt.Sprint(err) != want {
		t.Error(cmp.Diff(want, fmt.Sprint(err)))
	}
}

// TestNotUTF8_Everywhere fills a document and spoils one text of it after the other. Each is
// reported alone, at a place of its own.
func TestNotUTF8_Everywhere(t *testing.T) {
	seen := map[string]bool{}
	for bad := 0; ; bad++ {
		n := 0
		d := new(document.Document)
		fill(reflect.ValueOf(d).Elem(), func() string {
			if n++; n-1 == bad {
				return "\xff"
			}
			return fmt.Sprintf("word%dth", n) // a word of a scheme does not end with a digit
		})
		_, err := d.Encode()
		if bad == n {
			if err != nil || n < 250 {
				t.Errorf("of %d texts, none of them wrong: %v", n, err)
			}
			return
		}
		place, why, _ := strings.Cut(fmt.Sprint(err), `: "\xff" is not UTF-8`)
		if !errors.Is(err, document.ErrDocument) || strings.Contains(why, "\n") || seen[place] {
			t.Errorf("text %d: %v", bad, err)
		}
		if checked := d.Check(); fmt.Sprint(checked) != fmt.Sprint(err) {
			t.Errorf("text %d: %v is checked as %v", bad, err, checked)
		}
		seen[place] = true
	}
}

// fill gives a value all parts that it can have, one of each, with texts from next.
func fill(v reflect.Value, next func() string) {
	switch x := v.Addr().Interface().(type) {
	case *document.Value:
		x.Choose = []document.Choice{{When: document.When{next(): {next(), next()}}, Value: document.Value{Attribute: next(), Key: next()}}, {Value: *document.Text(next())}}
		return
	case *document.Zone:
		x.Calendar = next()
		return
	case *document.Measure:
		x.Text = next()
		return
	case *calendar.Config:
		x.Holidays = []calendar.Holiday{{Name: next()}}
		return
	case *lifecycle.Rule:
		*x = lifecycle.Rule{Support: lifecycle.Own{}, Clause: next()}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(next())
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), next)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), next)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key, next)
		fill(value, next)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), next)
			}
		}
	}
}
