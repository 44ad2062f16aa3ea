package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/sempre"
	"github.com/slaclock/slaclock/severity"
)

// TestErrorsOwnTheirLists: whoever is given an error, or a list of names, can write
// to it, and the next one is given the same as before.
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
		"KindNames": {policy.KindNames, []string{"reported", "registered", "contacted", "responded", "updated", "plan_provided",
			"info_requested", "info_received", "customer_replied", "workaround_accepted", "development_required", "forwarded",
			"resolution_proposed", "resolution_rejected", "resolved", "severity_changed", "closed", "reopened"}},
		"ChannelNames":       {policy.ChannelNames, []string{"phone", "email", "portal"}},
		"OutcomeNames":       {policy.OutcomeNames, []string{"covered", "chargeable", "suspended", "not_covered"}},
		"StateNames":         {policy.StateNames, []string{"waiting", "running", "met", "breached", "cancelled", "paused"}},
		"ChargeKindNames":    {sempre.ChargeKindNames, []string{"work", "consented", "stop_received", "found_error", "found_not_error"}},
		"ConventionNames":    {calendar.ConventionNames, []string{"close_of_business", "same_time", "working_time"}},
		"UnitNames":          {calendar.UnitNames, []string{"days", "weeks", "months", "years"}},
		"ModeNames":          {severity.ModeNames, []string{"fair", "from_start", "from_change"}},
		"PartyNames":         {severity.PartyNames, []string{"customer", "supplier", "terms"}},
		"RoundingNames":      {lifecycle.RoundingNames, []string{"down", "up", "half_up"}},
		"TermEndNames":       {lifecycle.TermEndNames, []string{"month_end", "day_before_anniversary"}},
		"TermEventKindNames": {lifecycle.TermEventKindNames, []string{"fee_paid", "non_payment", "not_renewing"}},
		"ParseKind": {known(policy.ParseKind), []string{"reported", "registered", "contacted", "responded", "updated", "plan_provided",
			"info_requested", "info_received", "customer_replied", "workaround_accepted", "development_required", "forwarded",
			"resolution_proposed", "resolution_rejected", "resolved", "severity_changed", "closed", "reopened"}},
		"ParseChannel":    {known(policy.ParseChannel), []string{"phone", "email", "portal"}},
		"ParseOutcome":    {known(policy.ParseOutcome), []string{"covered", "chargeable", "suspended", "not_covered"}},
		"ParseState":      {known(policy.ParseState), []string{"waiting", "running", "met", "breached", "cancelled", "paused"}},
		"ParseChargeKind": {known(sempre.ParseChargeKind), []string{"work", "consented", "stop_received", "found_error", "found_not_error"}},
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

// known returns the list of names in the error of a text that none of them is.
func known[V any](parse func(string) (V, error)) func() []string {
	return func() []string {
		var e *policy.TextError
		if _, err := parse("none of them"); !errors.As(err, &e) {
			return nil
		}
		return e.Known
	}
}
