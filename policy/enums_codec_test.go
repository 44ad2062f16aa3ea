package policy_test

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/lint"
	"github.com/slaclock/slaclock/policy/sempre"
)

// codecs holds the test of each type whose names package enum has: with the error for a text that is not a name, up
// to the list of names, then the names and the values that have them.
var codecs = map[string]func(*testing.T){
	"calendar.Convention": codec(calendar.ParseConvention, calendar.ConventionNames, calendar.ErrConvention,
		"calendar: convention: %q is not a convention; write ", "close_of_business, same_time, working_time",
		calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime),
	"calendar.Unit": codec(calendar.ParseUnit, calendar.UnitNames, calendar.ErrUnit,
		"calendar: unit: %q is not a unit; write ", "days, weeks, months, years",
		calendar.Days, calendar.Weeks, calendar.Months, calendar.Years),
	"compliance.Basis": codec(compliance.ParseBasis, compliance.BasisNames, compliance.ErrOptions,
		"compliance: basis: %q is not a basis; write ", "started, due, stopped",
		compliance.ByStart, compliance.ByDue, compliance.ByStop),
	"cumulocity.VersionKind": codec(cumulocity.ParseVersionKind, cumulocity.VersionKindNames, cumulocity.ErrVersionKind,
		"cumulocity: kind of version: %q is not a kind of version; write ", "major, minor, service release",
		cumulocity.Major, cumulocity.Minor, cumulocity.ServiceRelease),
	"escalation.NoteKind": codec(escalation.ParseNoteKind, escalation.NoteKindNames, escalation.ErrNoteKind,
		"escalation: kind of note: %q is not a kind of note; write ",
		"waiting, started, repeated, halted, paused, resumed, changed, reached, cancelled",
		escalation.NoteWaiting, escalation.NoteStarted, escalation.NoteRepeated, escalation.NoteHalted, escalation.NotePaused,
		escalation.NoteResumed, escalation.NoteChanged, escalation.NoteReached, escalation.NoteCancelled),
	"escalation.Reason": codec(escalation.ParseReason, escalation.ReasonNames, escalation.ErrReason,
		"escalation: reason: %q is not a reason; write ",
		"none_active, default_active, last_opened, default_opens, first_opens, owner_closes, all_closed",
		escalation.NoneActive, escalation.DefaultActive, escalation.LastOpened, escalation.DefaultOpens, escalation.FirstOpens,
		escalation.OwnerCloses, escalation.AllClosed),
	"escalation.State": codec(escalation.ParseState, escalation.StateNames, escalation.ErrState,
		"escalation: state: %q is not a state; write ", "pending, reached, halted, cancelled",
		escalation.Pending, escalation.Reached, escalation.Halted, escalation.Cancelled),
	"lifecycle.AlignmentKind": codec(lifecycle.ParseAlignmentKind, lifecycle.AlignmentKindNames, lifecycle.ErrRule,
		"lifecycle: kind of regular day: %q is not a kind of regular day; write ", "month_end, day, weekday, year_end",
		lifecycle.ToMonthEnd, lifecycle.ToDay, lifecycle.ToWeekday, lifecycle.ToYearEnd),
	"lifecycle.BoundKind": codec(lifecycle.ParseBoundKind, lifecycle.BoundKindNames, lifecycle.ErrBoundKind,
		"lifecycle: kind of bound: %q is not a kind of bound; write ", "open, known, never",
		lifecycle.Open, lifecycle.Known, lifecycle.Never),
	"lifecycle.Rounding": codec(lifecycle.ParseRounding, lifecycle.RoundingNames, lifecycle.ErrTerms,
		"lifecycle: way of rounding: %q is not a way of rounding; write ", "down, up, half_up",
		lifecycle.RoundDown, lifecycle.RoundUp, lifecycle.RoundHalfUp),
	"lifecycle.TermEnd": codec(lifecycle.ParseTermEnd, lifecycle.TermEndNames, lifecycle.ErrTerms,
		"lifecycle: end of terms: %q is not an end of terms; write ", "month_end, day_before_anniversary",
		lifecycle.MonthEnd, lifecycle.DayBeforeAnniversary),
	"lifecycle.TermEventKind": codec(lifecycle.ParseTermEventKind, lifecycle.TermEventKindNames, lifecycle.ErrTerms,
		"lifecycle: kind of event: %q is not a kind of event; write ", "fee_paid, non_payment, not_renewing",
		lifecycle.FeePaid, lifecycle.NonPayment, lifecycle.NotRenewing),
	"lint.Severity": codec(lint.ParseSeverity, lint.SeverityNames, lint.ErrSeverity,
		"lint: severity of findings: %q is not a severity of findings; write ", "note, warning, error",
		lint.Note, lint.Warning, lint.Error),
	"policy.Channel": codec(policy.ParseChannel, policy.ChannelNames, policy.ErrChannel,
		"policy: channel: %q is not a channel; write ", "phone, email, portal",
		policy.Phone, policy.Email, policy.Portal),
	"policy.Kind": codec(policy.ParseKind, policy.KindNames, policy.ErrKind,
		"policy: kind: %q is not a kind; write ",
		"reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, "+
			"workaround_accepted, development_required, forwarded, resolution_proposed, resolution_rejected, resolved, "+
			"severity_changed, closed, reopened",
		policy.Reported, policy.Registered, policy.Contacted, policy.Responded, policy.Updated, policy.PlanProvided, policy.InfoRequested,
		policy.InfoReceived, policy.CustomerReplied, policy.WorkaroundAccepted, policy.DevelopmentRequired, policy.Forwarded,
		policy.ResolutionProposed, policy.ResolutionRejected, policy.Resolved, policy.SeverityChanged, policy.Closed, policy.Reopened),
	"policy.OccurrenceKind": codec(policy.ParseOccurrenceKind, policy.OccurrenceKindNames, policy.ErrOccurrenceKind,
		"policy: kind of occurrence: %q is not a kind of occurrence; write ",
		"due, starts, step, threshold, notice, hand_over, version",
		policy.OccurrenceDue, policy.OccurrenceStarts, policy.OccurrenceStep, policy.OccurrenceThreshold, policy.OccurrenceNotice,
		policy.OccurrenceHandOver, policy.OccurrenceVersion),
	"policy.Outcome": codec(policy.ParseOutcome, policy.OutcomeNames, policy.ErrOutcome,
		"policy: outcome: %q is not an outcome; write ", "covered, chargeable, suspended, not_covered",
		policy.Covered, policy.Chargeable, policy.Suspended, policy.NotCovered),
	"policy.State": codec(policy.ParseState, policy.StateNames, policy.ErrState,
		"policy: state: %q is not a state; write ", "waiting, running, met, breached, cancelled, paused",
		policy.Waiting, policy.Running, policy.Met, policy.Breached, policy.Cancelled, policy.Paused),
	"sempre.ChargeKind": codec(sempre.ParseChargeKind, sempre.ChargeKindNames, sempre.ErrCharges,
		"sempre: kind of event: %q is not a kind of event; write ", "work, consented, stop_received, found_error, found_not_error",
		sempre.Work, sempre.Consented, sempre.StopReceived, sempre.FoundError, sempre.FoundNotError),
}

// codec returns the test of a type: each value is written as its one name, and is read from it and from nothing else.
// The error for a value without a name, or for a text that is not one, quotes it, and what was to be read is then
// unchanged.
func codec[E interface {
	~uint8
	encoding.TextMarshaler
	fmt.Stringer
}, P interface {
	*E
	encoding.TextUnmarshaler
}](parse func(string) (E, error), all func() []string, kind error, wrong, list string, values ...E) func(*testing.T) {
	names := strings.Split(list, ", ")
	last := strings.LastIndex(list, ", ")
	wrong += list[:last] + " or " + names[len(names)-1]
	is := func(err error, text string) bool {
		var e *enum.Error
		if !errors.Is(err, kind) || !errors.As(err, &e) || e.Text != text || !slices.Equal(e.Known, names) || err.Error() != fmt.Sprintf(wrong, text) {
			return false
		}
		clear(e.Known) // the list is the caller's
		return true
	}
	return func(t *testing.T) {
		for range 2 {
			got := all()
			if diff := cmp.Diff(names, got); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
			clear(got)
		}
		for n := range 256 {
			v := E(n)
			text, err := v.MarshalText()
			i := slices.Index(values, v)
			if i < 0 {
				if text != nil || !is(err, v.String()) {
					t.Errorf("%d is written as %q, %v", n, text, err)
				}
				continue
			}
			var back E
			parsed, parseErr := parse(names[i])
			if err != nil || string(text) != names[i] || parseErr != nil || parsed != v || P(&back).UnmarshalText(text) != nil || back != v {
				t.Errorf("%d is written as %q, %v, and %s is read as %d, %v and %d", n, text, err, names[i], parsed, parseErr, back)
			}
		}
		for _, text := range []string{"", "x", names[0] + " ", names[0][1:], strings.ToUpper(names[0][:1]) + names[0][1:], E(255).String()} {
			const before = 200
			v := E(before)
			if err := P(&v).UnmarshalText([]byte(text)); !is(err, text) || v != before {
				t.Errorf("%q is read as %d, %v", text, v, err)
			}
			if v, err := parse(text); !is(err, text) || v != 0 {
				t.Errorf("%q is parsed as %d, %v", text, v, err)
			}
		}
	}
}

// TestEnumCodecs: every type of enums has its test, except those that do not use package enum.
func TestEnumCodecs(t *testing.T) {
	own := []string{"severity.Mode", "severity.Party", "strictjson.Kind"} // severity imports no other package, and a kind of JSON is not read
	held := slices.Sorted(maps.Keys(codecs))
	all := slices.Sorted(maps.Keys(enums))
	if diff := cmp.Diff(slices.DeleteFunc(all, func(name string) bool { return slices.Contains(own, name) }), held); diff != "" {
		t.Errorf("(-enums +codecs):\n%s", diff)
	}
	for name, test := range codecs {
		t.Run(name, test)
	}
}
