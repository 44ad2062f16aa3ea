package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/severity"
)

// TestErrorsOwnTheirLists: a caller can write to the list of an error, or to a list of
// names, and the next caller still gets the same as before.
func TestErrorsOwnTheirLists(t *testing.T) {
	scheme := lifecycle.Scheme{ServiceWords: []string{"SP"}}
	scale, err := severity.NewScale("two", "high", "low")
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		list func() []string
		want []string
	}{
		"ModeNames":  {severity.ModeNames, []string{"fair", "from_start", "from_change"}},
		"PartyNames": {severity.PartyNames, []string{"customer", "supplier", "terms"}},
		"Scheme.Parse": {func() []string {
			var e *lifecycle.VersionError
			if _, err := scheme.Parse("none"); !errors.As(err, &e) {
				return nil
			}
			return e.Scheme.ServiceWords
		}, []string{"SP"}},
		"Region": {func() []string {
			var e *calendar.RegionError
			if _, err := (calendar.Region{Code: "MY-99"}).Reach(); !errors.As(err, &e) {
				return nil
			}
			return e.Valid
		}, []string{"MY", "MY-10", "MY-14"}},
		"Scale.Parse": {func() []string {
			var e *severity.LevelError
			if _, err := scale.Parse("none"); !errors.As(err, &e) {
				return nil
			}
			return e.Scale.Names()
		}, []string{"high", "low"}},
	} {
		first := row.list()
		if diff := cmp.Diff(row.want, first); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for i := range first {
			first[i] = "changed"
		}
		if diff := cmp.Diff(row.want, row.list()); diff != "" {
			t.Errorf("%s, after a caller wrote to the first (-want +got):\n%s", name, diff)
		}
	}
}
