package lifecycle_test

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"github.com/slaclock/slaclock/lifecycle"
)

// drawEnd draws an end that can name some stages, of so many levels at most.
func drawEnd(t *rapid.T, stages []string, levels int) lifecycle.End {
	kinds := 8
	if levels > 1 {
		kinds = 15
	}
	part := func() lifecycle.End { return drawEnd(t, stages, levels-1) }
	parts := func() (ends []lifecycle.End) {
		for range rapid.IntRange(1, 3).Draw(t, "parts") {
			ends = append(ends, part())
		}
		return ends
	}
	unit := rapid.SampledFrom([]calendar.Unit{calendar.Days, calendar.Weeks, calendar.Months, calendar.Years})
	number := rapid.OneOf(rapid.IntRange(-40, 40), rapid.SampledFrom([]int{-100_000, 100_000}))
	count := rapid.OneOf(rapid.IntRange(1, 3), rapid.Just(100_000))
	name := rapid.SampledFrom([]string{"eol", "paid"})
	switch kind := rapid.IntRange(0, kinds-1).Draw(t, "kind"); kind {
	case 0:
		return lifecycle.Own{}
	case 1:
		return lifecycle.Unending{}
	case 2:
		return lifecycle.Successor{N: count.Draw(t, "n"), Scope: drawScope(t)}
	case 3:
		return lifecycle.Current{Scope: drawScope(t)}
	case 4:
		e := lifecycle.Latest{N: count.Draw(t, "n"), Scope: drawScope(t)}
		e.Between = e.Scope.Stable && rapid.Bool().Draw(t, "between")
		return e
	case 5:
		return lifecycle.Given{Name: name.Draw(t, "name")}
	case 6, 7:
		if len(stages) == 0 {
			return lifecycle.Own{}
		}
		return lifecycle.EndOf{Stage: rapid.SampledFrom(stages).Draw(t, "stage")}
	case 8:
		return lifecycle.Given{Name: name.Draw(t, "name"), Else: part()}
	case 9:
		return lifecycle.Plus{Of: part(), N: number.Draw(t, "n"), Unit: unit.Draw(t, "unit"), Overflow: rapid.Bool().Draw(t, "overflow")}
	case 10:
		return lifecycle.PlusNumber{Of: part(), Name: name.Draw(t, "name"), Else: number.Draw(t, "else"), Unit: unit.Draw(t, "unit")}
	case 11:
		to := rapid.SampledFrom([]lifecycle.Alignment{{}, {Kind: lifecycle.ToYearEnd}, {Kind: lifecycle.ToDay, Day: 1}, {Kind: lifecycle.ToDay, Day: 31},
			{Kind: lifecycle.ToWeekday, Nth: 1, Weekday: time.Sunday}, {Kind: lifecycle.ToWeekday, Nth: 5, Weekday: time.Saturday}})
		return lifecycle.Align{Of: part(), To: to.Draw(t, "to"), Next: rapid.Bool().Draw(t, "next")}
	case 12:
		if rapid.Bool().Draw(t, "later") {
			return lifecycle.Later(parts())
		}
		return lifecycle.Earlier(parts())
	case 13:
		var cases lifecycle.Cases
		for _, e := range parts() {
			c := lifecycle.Case{End: e, From: calendartest.Dates().Draw(t, "from"), Before: calendartest.Dates().Draw(t, "before")}
			if (c.Before != calendar.Date{}) && c.Before.Compare(c.From) <= 0 {
				c.From = calendar.Date{}
			}
			cases = append(cases, c)
		}
		return cases
	}
	return lifecycle.Held{Rank: count.Draw(t, "rank"), Scope: drawScope(t), Then: part(), Else: part()}
}

func drawScope(t *rapid.T) lifecycle.Scope {
	s := lifecycle.Scope{Within: rapid.SampledFrom([]int{0, 0, 1, 2, 16}).Draw(t, "within"), Stable: rapid.Bool().Draw(t, "stable")}
	if s.Within < 16 && rapid.Bool().Draw(t, "grouped") {
		s.Group = rapid.IntRange(s.Within+1, min(s.Within+2, 16)).Draw(t, "group")
	}
	return s
}

// drawRule draws a rule that makes sense.
func drawRule(t *rapid.T) lifecycle.Rule {
	texts := rapid.OneOf(rapid.Just([]string(nil)), rapid.SliceOfN(rapid.String(), 0, 2))
	var rule lifecycle.Rule
	var names []string
	for _, name := range rapid.SliceOfNDistinct(rapid.StringN(1, 5, -1), 0, 3, rapid.ID[string]).Draw(t, "stages") {
		rule.Stages = append(rule.Stages, lifecycle.Stage{
			Name: name, End: drawEnd(t, names, 3), Services: texts.Draw(t, "services"), Without: texts.Draw(t, "without"),
		})
		names = append(names, name)
	}
	rule.Rest = lifecycle.Stage{Name: rapid.String().Draw(t, "rest"), Services: texts.Draw(t, "services"), Without: texts.Draw(t, "without")}
	if len(names) == 0 || rapid.Bool().Draw(t, "support") {
		rule.Support = drawEnd(t, names, 4)
	}
	if rapid.Bool().Draw(t, "extended") {
		rule.Extension = lifecycle.Stage{Name: rapid.SampledFrom([]string{"", "paid"}).Draw(t, "extension"), End: drawEnd(t, names, 2), Services: texts.Draw(t, "services")}
	}
	rule.Clause = rapid.String().Draw(t, "clause")
	return rule
}

func TestPropRuleJSON(t *testing.T) { rapid.Check(t, propRuleJSON) }

// propRuleJSON: what is written is read as it was, and written the same.
func propRuleJSON(t *rapid.T) {
	rule := drawRule(t)
	text, err := rule.MarshalJSON()
	if err != nil {
		t.Fatalf("%+v: %v", rule, err)
	}
	var read lifecycle.Rule
	if err := read.UnmarshalJSON(text); err != nil {
		t.Fatalf("%s is not read: %v", text, err)
	}
	if diff := cmp.Diff(rule, read, sameRule()); diff != "" {
		t.Fatalf("%s is read differently (-want +got):\n%s", text, diff)
	}
	if again, err := read.MarshalJSON(); err != nil || !bytes.Equal(again, text) {
		t.Fatalf("%s is written again as %s, %v", text, again, err)
	}
}

// FuzzRuleJSON reads any text: what is accepted makes sense, is written, and is
// read again as the same.
func FuzzRuleJSON(f *testing.F) {
	f.Add([]byte(wholeText))
	_, deep := nested(16)
	f.Add([]byte(`{"support":` + deep + `}`))
	for _, text := range []string{
		`{}`, `{"support":"own"}`, `{"stages":[{"name":"a","end":{"end_of":"a"}}]}`, `{"support":{"end_of":"a"},"stages":[{"end":"own","name":"a"}]}`,
		`{"support":{"later":["own",{"successor":{"n":1e1}}]},"rest":{}}`, `{"support":{"cases":[{"before":"0001-01-02","end":"own"}]},"extension":{"end":"own"}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var rule lifecycle.Rule
		if rule.UnmarshalJSON(text) != nil {
			return
		}
		if err := rule.Check(); err != nil {
			t.Fatalf("%s is read, but makes no sense: %v", text, err)
		}
		written, err := rule.MarshalJSON()
		if err != nil {
			t.Fatalf("%s is read, but not written: %v", text, err)
		}
		var read lifecycle.Rule
		if err := read.UnmarshalJSON(written); err != nil {
			t.Fatalf("%s is written, but not read: %v", written, err)
		}
		if !reflect.DeepEqual(rule, read) { // cmp takes a time that doubles with each level of slices
			t.Errorf("%s and %s are read differently", text, written)
		}
	})
}

// FuzzVersion reads any texts by a scheme: a version is equal to itself and has the text
// that was read, its key sorts as it does, and its parts agree with its order.
func FuzzVersion(f *testing.F) {
	for _, text := range []string{"", "1.2.3", "10.18 SP1", "10.18 SR 02", "1-rc.1", "1.0-RC10a", "0.0", "999999999", "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1", "0000001"} {
		f.Add(text, "1.2")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		plain, plainErr := lifecycle.Scheme{}.Parse(a)
		v, err := anyScheme.Parse(a)
		if plainErr == nil && (err != nil || plain.Compare(v) != 0) {
			t.Fatalf("%q is another version, or none, by a scheme that takes more: %v", a, err)
		}
		if err != nil {
			return
		}
		if v.String() != a || v.Compare(v) != 0 || v.Part(v.Parts()) != 0 || v.Parts() > 0 && v.Part(v.Parts()-1) == 0 || v.Parts() > 16 {
			t.Fatalf("%q has %d parts and is %v", a, v.Parts(), v)
		}
		w, err := anyScheme.Parse(b)
		if err != nil {
			return
		}
		c := v.Compare(w)
		if c != -w.Compare(v) || (c == 0) != (v.Key() == w.Key()) || (c < 0) != (v.Key() < w.Key()) {
			t.Fatalf("%q to %q is %d", a, b, c)
		}
		for i := range 17 {
			if x, y := v.Part(i), w.Part(i); x != y {
				if (x < y) != (c < 0) && v.Prerelease() == w.Prerelease() {
					t.Fatalf("%q to %q is %d, and part %d is %d and %d", a, b, c, i, x, y)
				}
				return
			}
		}
		if v.Prerelease() != w.Prerelease() && (c < 0) != v.Prerelease() {
			t.Fatalf("%q to %q is %d", a, b, c)
		}
	})
}
