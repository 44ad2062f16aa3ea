package document_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// itself returns a value with so many choices, each of which is the value itself.
func itself(choices int) document.Value {
	v := document.Value{Choose: make([]document.Choice, choices)}
	for i := range v.Choose {
		v.Choose[i].Value = v
	}
	return v
}

// tooDeep is what is said of the fifth choose in others, where the first one is at a place.
func tooDeep(place string) string {
	return place + ".choose[0].value.choose[0].value.choose[0].value.choose[0].value.choose: lies deeper than 4 in others"
}

// TestHoldsItself has a value that holds itself wherever a document can have one.
func TestHoldsItself(t *testing.T) {
	loop := itself(1)
	for _, test := range []struct {
		place string
		spoil func(d *document.Document)
	}{
		{"zone", func(d *document.Document) { d.Zone = &document.Zone{Value: loop} }},
		{"calendars[0].zone", func(d *document.Document) { d.Calendars[0].Zone = &loop }},
		{"calendars[0].region", func(d *document.Document) { d.Calendars[0].Region = &loop }},
		{"calendars[0].list", func(d *document.Document) { d.Calendars[0].List = &loop }},
		{"ownership.default", func(d *document.Document) { d.Ownership.Default = loop }},
		{"severity_change", func(d *document.Document) { d.SeverityChange = &loop }},
	} {
		d := mustDecode(t, small)
		test.spoil(d)
		want := "document: " + tooDeep(test.place)
		_, encode := d.Encode()
		_, write := d.MarshalJSON()
		for name, err := range map[string]error{"Check": d.Check(), "Encode": encode, "MarshalJSON": write} {
			if !errors.Is(err, document.ErrDocument) || err.Error() != want {
				t.Errorf("%s: %v\nwant %s", name, err, want)
			}
		}
		want = "policy: " + tooDeep(test.place)
		_, err := d.For(policy.Customer{}, nil, nil)
		_, made := d.Policy(&policy.Ticket{Agreement: "acme", Events: []policy.TicketEvent{{At: policy.Stamp{Time: policyTime}, Kind: policy.Reported}}})
		for name, err := range map[string]error{"For": err, "Policy": made} {
			if !errors.Is(err, policy.ErrAgreement) || err.Error() != want {
				t.Errorf("%s: %v\nwant %s", name, err, want)
			}
		}
	}
}

// TestHoldsItself_Parts writes such a value on its own.
func TestHoldsItself_Parts(t *testing.T) {
	loop := itself(1)
	for name, part := range map[string]any{"Value": loop, "Zone": document.Zone{Value: loop}} {
		_, err := json.Marshal(part)
		want := "document: " + strings.TrimPrefix(tooDeep(""), ".")
		if !errors.Is(err, document.ErrDocument) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v\nwant %s", name, err, want)
		}
	}
}

// TestHoldsItself_Often: a value that holds itself in many choices has too many of them long
// before it has been gone through.
func TestHoldsItself_Often(t *testing.T) {
	_, err := itself(2000).MarshalJSON()
	var e *document.Error
	if !errors.As(err, &e) || len(e.Mistakes) != 100 || !e.More {
		t.Errorf("%.300v", err)
	}
	wide := document.Value{Choose: slices.Repeat([]document.Choice{{Value: document.Value{Choose: make([]document.Choice, 100)}}}, 100)}
	_, err = wide.MarshalJSON()
	const want = "document: choose[99].value.choose[0]: is one too many; a document has at most 10000 objects in lists"
	if fmt.Sprint(err) != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// TestHoldsItself_Hidden: what is not written, because something else is, is not gone through
// either.
func TestHoldsItself_Hidden(t *testing.T) {
	const value, zone = "must have exactly one of Text, Attribute, Reading and Choose", "must have exactly one of Calendar, Text, Attribute, Reading and Choose"
	loop := itself(1)
	text, attribute, reading, key := loop, loop, loop, document.Value{Text: "UTC", Key: "EMEA"}
	text.Text, attribute.Attribute, reading.Reading = "UTC", "tier", "acme.zone"
	for _, test := range []struct {
		name string
		zone document.Zone
		want string
	}{
		{"a text", document.Zone{Value: text}, "document: " + tooDeep("zone")},
		{"an attribute", document.Zone{Value: attribute}, "document: zone: " + value},
		{"a reading", document.Zone{Value: reading}, "document: zone: " + value},
		{"within", document.Zone{Value: document.Value{Choose: []document.Choice{{Value: reading}}}}, "document: zone.choose[0].value: " + value},
		{"a calendar", document.Zone{Calendar: "office", Value: loop}, "document: zone: " + zone},
		{"a calendar and a key", document.Zone{Calendar: "office", Value: document.Value{Key: "EMEA"}}, "document: zone: " + zone},
		{"no choices", document.Zone{Value: document.Value{Reading: "acme.zone", Choose: []document.Choice{}}}, "document: zone: " + value},
		{"a key", document.Zone{Value: key}, "document: zone: has Key without Attribute; write both, or none"},
	} {
		d := mustDecode(t, small)
		d.Zone = &test.zone
		if got := fmt.Sprint(d.Check()); got != test.want {
			t.Errorf("%s: %s\nwant %s", test.name, got, test.want)
		}
	}
}

// TestDeepest: the deepest choose that Decode reads is written, and used.
func TestDeepest(t *testing.T) {
	text := strings.Repeat(`{"choose":[{"value":`, 4) + `"fair"` + strings.Repeat("}]}", 4)
	d := mustDecode(t, strings.Replace(small, `"severity_change": "fair"`, `"severity_change": `+text, 1))
	if got, err := d.SeverityChange.MarshalJSON(); err != nil || string(got) != text {
		t.Errorf("%s, %v", got, err)
	}
	if err := d.Check(); err != nil {
		t.Error(err)
	}
	d.SeverityChange = &document.Value{Choose: []document.Choice{{Value: *d.SeverityChange}}}
	_, err := document.Decode([]byte(strings.Replace(small, `"severity_change": "fair"`, `"severity_change": {"choose":[{"value":`+text+`}]}`, 1)))
	if read, made := fmt.Sprint(err), fmt.Sprint(d.Check()); made != "document: "+tooDeep("severity_change") || !strings.HasSuffix(read, strings.TrimPrefix(made, "document: ")) {
		t.Errorf("%s\nand read: %s", made, read)
	}
}

// TestHoldsItself_Release: an end that holds itself is an error wherever it is written or
// asked.
func TestHoldsItself_Release(t *testing.T) {
	loop := lifecycle.Later{nil}
	loop[0] = loop
	d := mustDecode(t, small)
	d.Releases = &document.Releases{Ordered: "R", Rules: []document.ReleaseRule{{Rule: lifecycle.Rule{Support: loop}}}}
	want := "document: releases.rules[0].rule.support" + strings.Repeat(".later[0]", 16) + ": lies too deep within other ends; write 16 levels at most"
	if err := d.Check(); fmt.Sprint(err) != want {
		t.Error(cmp.Diff(want, fmt.Sprint(err)))
	}
	if _, err := d.Encode(); fmt.Sprint(err) != want || !errors.Is(err, lifecycle.ErrRule) || !errors.Is(err, document.ErrDocument) {
		t.Error(cmp.Diff(want, fmt.Sprint(err)))
	}
	p, err := d.ReleasePolicy()
	if err != nil {
		t.Fatal(err)
	}
	rule := p.Rule("", nil)
	if _, err := rule.Ask(nil, calendar.Date{}); !errors.Is(err, lifecycle.ErrRule) {
		t.Errorf("%v", err)
	}
}

// TestTypesThatHoldThemselves: only a Value can hold itself, besides an end of a rule, which
// package lifecycle checks. A further type must be as careful as they are.
func TestTypesThatHoldThemselves(t *testing.T) {
	got := map[string]bool{}
	var look func(t reflect.Type, within []reflect.Type)
	look = func(t reflect.Type, within []reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			look(t.Elem(), within)
		case reflect.Map:
			look(t.Key(), within)
			look(t.Elem(), within)
		case reflect.Interface:
			got[t.String()] = true
		case reflect.Struct:
			if slices.Contains(within, t) {
				got[t.String()] = true
				return
			}
			for i := range t.NumField() {
				if f := t.Field(i); f.IsExported() {
					look(f.Type, append(slices.Clip(within), t))
				}
			}
		}
	}
	look(reflect.TypeFor[document.Document](), nil)
	if diff := cmp.Diff(map[string]bool{"document.Value": true, "lifecycle.End": true}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
