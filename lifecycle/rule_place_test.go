package lifecycle_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/lifecycle"
)

// TestRuleError_Place: a rule that was read and one that was made in Go have a mistake at
// the same place, through every kind of end that has parts.
func TestRuleError_Place(t *testing.T) {
	const place = "stages[1].end.later[1].plus.of.cases[1].end.held.then.align.of.plus_number.of.given.else.earlier[0].end_of"
	data := `{"stages":[{"name":"a","end":"own"},{"name":"b","end":` +
		`{"later":["own",{"plus":{"n":1,"unit":"days","of":` +
		`{"cases":[{"before":"2024-01-01","end":"own"},{"end":{"held":{"rank":1,"else":"own","then":` +
		`{"align":{"to":"month_end","of":` +
		`{"plus_number":{"name":"n","else":1,"unit":"days","of":` +
		`{"given":{"name":"eol","else":` +
		`{"earlier":[{"end_of":"x"},"own"]}` +
		`}}}}}}}}}]}}}]}}]}`
	var read lifecycle.Rule
	err := read.UnmarshalJSON([]byte(data))
	if err == nil || !strings.HasSuffix(err.Error(), ": "+place+`: "x" is no earlier stage`) {
		t.Errorf("read: %v, want it at %s", err, place)
	}
	made := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "a", End: own}, {Name: "b", End: lifecycle.Later{own, lifecycle.Plus{N: 1, Of: lifecycle.Cases{
		{Before: day(t, "2024-01-01"), End: own},
		{End: lifecycle.Held{Rank: 1, Else: own, Then: lifecycle.Align{Of: lifecycle.PlusNumber{Name: "n", Else: 1, Of: lifecycle.Given{Name: "eol",
			Else: lifecycle.Earlier{lifecycle.EndOf{Stage: "x"}, own}}}}}},
	}}}}}}
	var wrong *lifecycle.RuleError
	if err := made.Check(); !errors.As(err, &wrong) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(place, wrong.Place); diff != "" {
		t.Errorf("made (-want +got):\n%s", diff)
	}
	if err := (*lifecycle.Rule)(nil).Check(); !errors.As(err, &wrong) || wrong.Place != "" {
		t.Errorf("a nil rule: %v", err)
	}
}
