package lifecycle_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// sameRule compares rules: what is nil and what is empty differ.
func sameRule() cmp.Option { return cmpopts.EquateComparable(calendar.Date{}) }

// wholeRule has every kind of end with every field.
func wholeRule(t *testing.T) lifecycle.Rule {
	scope := lifecycle.Scope{Within: 1, Group: 2, Stable: true}
	return lifecycle.Rule{
		Stages: []lifecycle.Stage{
			{Name: "full", End: lifecycle.Plus{Of: own, N: 6, Unit: calendar.Months, Overflow: true}, Services: []string{"fixes", "\"help\" <ä>"}},
			{Name: "long", End: lifecycle.Later{
				lifecycle.Successor{N: 2, Scope: scope},
				lifecycle.Current{Scope: scope},
				lifecycle.Latest{N: 3, Scope: scope, Between: true},
				lifecycle.Given{Name: "eol"},
				lifecycle.Given{Name: "eol", Else: lifecycle.EndOf{Stage: "full"}},
			}, Services: []string{}, Without: []string{"pages"}},
			{Name: "more", End: lifecycle.Earlier{
				lifecycle.PlusNumber{Of: own, Name: "months", Else: -12, Unit: calendar.Years},
				lifecycle.Align{Of: own, Next: true},
				lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToYearEnd}},
				lifecycle.Align{Of: own, To: lifecycle.Alignment{Kind: lifecycle.ToDay, Day: 31}},
				tuesday(5, false),
			}},
		},
		Rest:    lifecycle.Stage{Name: "over", Without: []string{}},
		Support: lifecycle.Held{Rank: 1, Scope: scope, Then: lifecycle.EndOf{Stage: "long"}, Else: lifecycle.Unending{}},
		Extension: lifecycle.Stage{Name: "paid", Services: []string{"all"}, End: lifecycle.Cases{
			{Before: day(t, "2024-02-29"), End: own},
			{From: day(t, "2024-02-29"), Before: day(t, "2024-03-01"), End: lifecycle.Plus{Of: own, N: -1}},
			{End: lifecycle.Unending{}},
		}},
		Clause: "LIFE-1",
	}
}

const wholeText = `{"stages":[` +
	`{"name":"full","end":{"plus":{"of":"own","n":6,"unit":"months","overflow":true}},"services":["fixes","\"help\" <ä>"]},` +
	`{"name":"long","end":{"later":[{"successor":{"n":2,"within":1,"group":2,"stable":true}},{"current":{"within":1,"group":2,"stable":true}},` +
	`{"latest":{"n":3,"within":1,"group":2,"stable":true,"between":true}},{"given":{"name":"eol"}},{"given":{"name":"eol","else":{"end_of":"full"}}}]},` +
	`"services":[],"without":["pages"]},` +
	`{"name":"more","end":{"earlier":[{"plus_number":{"of":"own","name":"months","else":-12,"unit":"years"}},{"align":{"of":"own","to":"month_end","next":true}},` +
	`{"align":{"of":"own","to":"year_end"}},{"align":{"of":"own","to":{"day":31}}},{"align":{"of":"own","to":{"nth":5,"weekday":"tue"}}}]}}],` +
	`"rest":{"name":"over","without":[]},` +
	`"support":{"held":{"rank":1,"within":1,"group":2,"stable":true,"then":{"end_of":"long"},"else":"unending"}},` +
	`"extension":{"name":"paid","end":{"cases":[{"before":"2024-02-29","end":"own"},` +
	`{"from":"2024-02-29","before":"2024-03-01","end":{"plus":{"of":"own","n":-1,"unit":"days"}}},{"end":"unending"}]},"services":["all"]},` +
	`"clause":"LIFE-1"}`

func TestRuleJSON(t *testing.T) {
	text, err := wholeRule(t).MarshalJSON()
	if diff := cmp.Diff(wholeText, string(text)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	var read lifecycle.Rule
	if err := read.UnmarshalJSON([]byte(wholeText)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wholeRule(t), read, sameRule()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The order of fields does not matter, even if an end names a stage that comes further
// down.
func TestRuleJSON_AnyOrder(t *testing.T) {
	var read lifecycle.Rule
	err := read.UnmarshalJSON([]byte(`{"support":{"plus":{"unit":"weeks","n":1,"of":{"end_of":"a"}}},"stages":[{"end":"own","name":"a"}]}`))
	want := lifecycle.Rule{
		Stages:  []lifecycle.Stage{{Name: "a", End: own}},
		Support: lifecycle.Plus{Of: lifecycle.EndOf{Stage: "a"}, N: 1, Unit: calendar.Weeks},
	}
	if diff := cmp.Diff(want, read, sameRule()); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestRuleJSON_Mistakes(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`null`, `column 1: null must be an object`},
		{`{}`, `column 1: needs "stages" or "support"`},
		{`{"stages":[]}`, `column 11: stages: are empty; leave them out where there are none`},
		{`{"support":"own","suport":1}`, `column 18: suport: unknown field; did you mean "support"?`},
		{`{"support":"own","support":"own"}`, `column 18: support: appears twice in one object, first at column 2`},
		{`{"support":"owned"}`, `column 12: support: "owned" is not an end; write own, unending, or an object that names its kind`},
		{`{"support":null}`, `column 12: support: null must be an end: own, unending, or an object that names its kind`},
		{`{"support":{}}`, `column 12: support: names no kind of end; write one, such as {"successor":{"n":1}}`},
		{`{"support":{"sucessor":{"n":1}}}`, `column 13: support.sucessor: unknown field; did you mean "successor"?`},
		{`{"support":{"current":{},"given":{"name":"x"}}}`, `column 34: support.given: stands beside another kind of end; write one, or both in later or earlier`},
		{`{"support":{"successor":{}}}`, `column 25: support.successor: needs "n"`},
		{`{"support":{"successor":{"n":0}}}`, `column 30: support.successor.n: 0 is out of range; write 1 to 100000`},
		{`{"support":{"successor":{"n":100001}}}`, `column 30: support.successor.n: 100001 is out of range; write 1 to 100000`},
		{`{"support":{"successor":{"n":"1"}}}`, `column 30: support.successor.n: "1" must be a number`},
		{`{"support":{"successor":{"n":1.5}}}`, `column 30: support.successor.n: 1.5 must be a whole number, without fraction and exponent`},
		{`{"support":{"successor":{"n":1,"within":17}}}`, `column 41: support.successor.within: 17 is out of range; write 0 to 16`},
		{`{"support":{"successor":{"n":1,"group":-1}}}`, `column 40: support.successor.group: -1 is out of range; write 0 to 16`},
		{`{"support":{"current":{"within":2,"group":2}}}`, `column 23: support.current: has a scope of 2 leading parts within 2; write 0, or more than it is within, to 16`},
		{`{"support":{"latest":{"n":2,"between":true}}}`, `column 22: support.latest: has "between", but counts intermediate releases; write "stable":true besides`},
		{`{"support":{"given":{"name":""}}}`, `column 29: support.given.name: "" is no name; write the one by which releases carry it`},
		{`{"support":{"end_of":"a"}}`, `column 1: has no stage "a", which support.end_of names`},
		{`{"stages":[{"name":"a","end":{"end_of":"a"}}],"support":{"end_of":"b"}}`,
			`column 40: stages[0].end.end_of: "a" is no earlier stage` + "\n" + `column 67: support.end_of: "b" is none of the stages`},
		{`{"support":"own","stages":[{"end":{"align":{"of":"own","to":x}},"name":"a"}]}`, `column 61: stages[0].end.align.to: x is not a JSON value`},
		{`{"stages":[{"name":"a","end":"own"},{"name":"a","end":"own"},{"name":"","end":"own"},{"end":"own"}]}`,
			`column 37: stages[1]: has the name "a", as an earlier stage does; name each stage once` + "\n" +
				`column 70: stages[2].name: "" names no stage; write its name` + "\n" + `column 86: stages[3]: needs "name"`},
		{`{"stages":[{"name":"a"}]}`, `column 12: stages[0]: needs "end"`},
		{`{"support":{"plus":{"of":"own","n":100001,"unit":"month","overflow":1}}}`,
			`column 36: support.plus.n: 100001 is out of range; write -100000 to 100000` + "\n" +
				`column 50: support.plus.unit: "month" is not a unit; write days, weeks, months or years` + "\n" +
				`column 69: support.plus.overflow: 1 must be true or false`},
		{`{"support":{"plus":{}}}`, `column 20: support.plus: needs "of"` + "\n" + `column 20: support.plus: needs "n"` + "\n" + `column 20: support.plus: needs "unit"`},
		{`{"support":{"plus_number":{"of":"own","name":"","else":-100001,"unit":"days"}}}`,
			`column 46: support.plus_number.name: "" is no name; write the one by which releases carry it` + "\n" +
				`column 56: support.plus_number.else: -100001 is out of range; write -100000 to 100000`},
		{`{"support":{"later":[]}}`, `column 21: support.later: is empty; give at least one end`},
		{`{"support":{"earlier":["own",{"later":[1]}]}}`, `column 40: support.earlier[1].later[0]: 1 must be an end: own, unending, or an object that names its kind`},
		{`{"support":{"cases":[]}}`, `column 21: support.cases: is empty; give at least one case`},
		{`{"support":{"cases":[{"from":"2024-01-02","before":"2024-01-02","end":"own"},{"before":"0001-01-01","end":"own"},{"from":"2023-02-29"}]}}`,
			`column 22: support.cases[0]: has no day; write a "before" that is after "from"` + "\n" +
				`column 88: support.cases[1].before: "0001-01-01" is the first date there is; leave the field out where there is no limit` + "\n" +
				`column 122: support.cases[2].from: "2023-02-29" is not a date; the day must be 1 to 28` + "\n" +
				`column 114: support.cases[2]: needs "end"`},
		{`{"support":{"held":{"rank":0,"then":"own"}}}`,
			`column 28: support.held.rank: 0 is out of range; write 1 to 100000` + "\n" + `column 20: support.held: needs "else"`},
		{`{"support":{"align":{"of":"own","to":"month"}}}`, `column 38: support.align.to: "month" is no regular day; ` + alignChoice},
		{`{"support":{"align":{"of":"own","to":1}}}`, `column 38: support.align.to: 1 must be a regular day; ` + alignChoice},
		{`{"support":{"align":{"of":"own","to":{}}}}`, `column 38: support.align.to: is no regular day; ` + alignChoice},
		{`{"support":{"align":{"of":"own","to":{"nth":1}}}}`, `column 38: support.align.to: is no regular day; ` + alignChoice},
		{`{"support":{"align":{"of":"own","to":{"day":1,"nth":1,"weekday":"mon"}}}}`, `column 38: support.align.to: is no regular day; ` + alignChoice},
		{`{"support":{"align":{"of":"own","to":{"day":32}}}}`, `column 45: support.align.to.day: 32 is out of range; write 1 to 31`},
		{`{"support":{"align":{"of":"own","to":{"nth":6,"weekday":"monday"}}}}`,
			`column 45: support.align.to.nth: 6 is out of range; write 1 to 5` + "\n" +
				`column 57: support.align.to.weekday: "monday" is no weekday; write mon, tue, wed, thu, fri, sat or sun`},
		{`{"support":"own","rest":{"end":"own"}}`, `column 26: rest.end: unknown field; known are name, services, without`},
		{`{"support":"own","extension":{"name":"x","without":[]}}`,
			`column 42: extension.without: unknown field; known are end, name, services` + "\n" + `column 30: extension: needs "end"`},
		{`{"support":"own","clause":1,"rest":{"services":["a",2]}}`, `column 27: clause: 1 must be a string` + "\n" + `column 53: rest.services[1]: 2 must be a string`},
		{"{\n\"support\": own}", `line 2, column 12: support: own is not a JSON value`},
		{`{"support":"own"} {}`, `column 19: '{' must not follow the value`},
	} {
		rule := lifecycle.Rule{Clause: "kept"}
		err := rule.UnmarshalJSON([]byte(tt.in))
		want := "lifecycle: " + strings.ReplaceAll(tt.want, "\n", "\nlifecycle: ")
		if diff := cmp.Diff(want, text(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.in, diff)
		}
		var places *strictjson.Error
		if !errors.Is(err, lifecycle.ErrRule) || !errors.As(err, &places) || rule.Clause != "kept" {
			t.Errorf("%s: %#v, and the rule is %+v", tt.in, err, rule)
		}
	}
}

const alignChoice = `write month_end, year_end, {"day":15} or {"nth":2,"weekday":"tue"}`

// nested returns an end within others, so many levels in all, and its JSON.
func nested(levels int) (lifecycle.End, string) {
	var e lifecycle.End = next
	text := `{"successor":{"n":1}}`
	for range levels - 1 {
		e = lifecycle.Cases{{End: e}}
		text = `{"cases":[{"end":` + text + `}]}`
	}
	return e, text
}

// A rule has bounds, which writing and reading hold alike: 16 levels, which leave
// room around the rule, and 1000 ends.
func TestRuleJSON_Bounds(t *testing.T) {
	for levels, want := range map[int]bool{16: true, 17: false} {
		end, text := nested(levels)
		text = `{"stages":[{"name":"a","end":` + text + `}]}`
		rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "a", End: end}}}
		written, err := rule.MarshalJSON()
		if want && string(written) != text || want != (err == nil) {
			t.Errorf("%d levels are written as %s, %v", levels, written, err)
		}
		const around = strictjson.MaxDepth - 50
		r := strictjson.NewReader([]byte(strings.Repeat("[", around) + text + strings.Repeat("]", around)))
		var read lifecycle.Rule
		var enter func(n int)
		enter = func(n int) {
			if n == 0 {
				read.ReadJSON(r)
				return
			}
			r.Array(func(int) { enter(n - 1) })
		}
		enter(around)
		if err := r.End(); want != (err == nil) {
			t.Errorf("%d levels are read with %v", levels, err)
		}
	}
	for parts, want := range map[int]bool{999: true, 1000: false} {
		rule := lifecycle.Rule{Support: lifecycle.Later(make([]lifecycle.End, parts))}
		for i := range parts {
			rule.Support.(lifecycle.Later)[i] = own
		}
		_, err := rule.MarshalJSON()
		text := `{"support":{"later":[` + strings.Repeat(`"own",`, parts) + `"own"` + "]}}"
		if want {
			text = `{"support":{"later":[` + strings.Repeat(`"own",`, parts-1) + `"own"` + "]}}"
		}
		var read lifecycle.Rule
		if readErr := read.UnmarshalJSON([]byte(text)); want != (err == nil) || want != (readErr == nil) {
			t.Errorf("%d parts: written with %v, read with %v", parts, err, readErr)
		}
	}
	text := `{"support":{"later":[` + strings.Repeat(`"own",`, 100_000) + `"own"` + "]}}"
	var read lifecycle.Rule
	err := read.UnmarshalJSON([]byte(text))
	if want := "lifecycle: column 6016: support.later[999]: \"own\" is one end too many; write 1000 at most"; err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

// A slice that holds itself ends in an error, as does what has no JSON form.
func TestRuleJSON_NotWritten(t *testing.T) {
	loop := lifecycle.Later{nil, nil}
	loop[0], loop[1] = loop, loop
	for _, tt := range []struct {
		rule lifecycle.Rule
		want string
	}{
		{lifecycle.Rule{Support: loop}, "lifecycle: rule: support.later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0].later[0] lies too deep within other ends; write 16 levels at most"},
		{lifecycle.Rule{}, "lifecycle: rule: stages are empty and there is no support; give one of them"},
		{lifecycle.Rule{Support: own, Clause: "\xff"}, `lifecycle: rule: clause "\xff" is not UTF-8`},
		{lifecycle.Rule{Support: own, Rest: lifecycle.Stage{Without: []string{"a", "\xff"}}}, `lifecycle: rule: rest.without[1] "\xff" is not UTF-8`},
		{lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "\xff", End: own}}}, `lifecycle: rule: stages[0].name "\xff" is not UTF-8`},
		{lifecycle.Rule{Support: own, Extension: lifecycle.Stage{End: own, Services: []string{"\xff"}}}, `lifecycle: rule: extension.services[0] "\xff" is not UTF-8`},
		{lifecycle.Rule{Support: lifecycle.Later{own, lifecycle.Given{Name: "\xff"}}}, `lifecycle: rule: support.later[1].given.name "\xff" is not UTF-8`},
		{lifecycle.Rule{Support: lifecycle.PlusNumber{Of: own, Name: "\xff"}}, `lifecycle: rule: support.plus_number.name "\xff" is not UTF-8`},
	} {
		b, err := tt.rule.AppendJSON([]byte("kept"))
		if text(err) != tt.want || !errors.Is(err, lifecycle.ErrRule) || string(b) != "kept" {
			t.Errorf("got %s, %v\nwant %s", b, err, tt.want)
		}
	}
	// What the rule does not look at is not written, whatever it is.
	rule := lifecycle.Rule{Support: own, Rest: lifecycle.Stage{End: loop}, Extension: lifecycle.Stage{Name: "\xff"}}
	if b, err := rule.AppendJSON([]byte("x")); string(b) != `x{"support":"own"}` || err != nil {
		t.Errorf("%s, %v", b, err)
	}
}

func TestSchemeJSON(t *testing.T) {
	for _, s := range []lifecycle.Scheme{{}, {ServiceWords: []string{"SP", "Service Pack"}}, {Prereleases: true}} {
		b, err := s.MarshalJSON()
		var read lifecycle.Scheme
		if err != nil || read.UnmarshalJSON(b) != nil {
			t.Fatalf("%+v is written as %s, %v", s, b, err)
		}
		if diff := cmp.Diff(s, read); diff != "" {
			t.Errorf("%s (-want +got):\n%s", b, diff)
		}
	}
	var read lifecycle.Scheme
	err := read.UnmarshalJSON([]byte(`{"service_words":["SP","SP",""," a","a1",3],"prerelease":true}`))
	no := `is no word that a number can follow; write one such as SP, of 64 bytes at most`
	want := `lifecycle: column 24: service_words[1]: "SP" stands there twice; write each word once
lifecycle: column 29: service_words[2]: "" ` + no + `
lifecycle: column 32: service_words[3]: " a" ` + no + `
lifecycle: column 37: service_words[4]: "a1" ` + no + `
lifecycle: column 42: service_words[5]: 3 must be a string
lifecycle: column 45: prerelease: unknown field; did you mean "prereleases"?`
	if diff := cmp.Diff(want, text(err)); diff != "" || !errors.Is(err, lifecycle.ErrRule) {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for word, want := range map[string]string{
		"\xff": `lifecycle: rule: service_words[1] "\xff" is not UTF-8`,
		"SP":   `lifecycle: rule: service_words[1] "SP" stands there twice; write each word once`,
		"SP ":  `lifecycle: rule: service_words[1] "SP " ` + no,
	} {
		b, err := lifecycle.Scheme{ServiceWords: []string{"SP", word}}.AppendJSON([]byte("kept"))
		if text(err) != want || string(b) != "kept" {
			t.Errorf("got %s, %v\nwant %s", b, err, want)
		}
	}
}

// A word with which another one begins does not hide it.
func TestScheme_WordWithinAnother(t *testing.T) {
	v, err := lifecycle.Scheme{ServiceWords: []string{"S", "SP"}}.Parse("10.18 SP1")
	if err != nil || v.Part(2) != 1 {
		t.Errorf("%v, %v", v.Part(2), err)
	}
}
