package sempre_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/sempre"
)

// at is an instant of one day, such as 09:30 or 09:30:00.000000001.
func at(clock string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05.999999999"} {
		if t, err := time.ParseInLocation(layout, "2026-03-02 "+clock, time.UTC); err == nil {
			return t
		}
	}
	panic("no such time: " + clock)
}

// work, and the other kinds of events, in short.
func work(from, until string) sempre.ChargeEvent {
	e := sempre.ChargeEvent{Kind: sempre.Work, At: at(from)}
	if until != "" {
		e.Until = at(until)
	}
	return e
}
func consented(clock string) sempre.ChargeEvent {
	return sempre.ChargeEvent{Kind: sempre.Consented, At: at(clock)}
}
func stopped(clock string) sempre.ChargeEvent {
	return sempre.ChargeEvent{Kind: sempre.StopReceived, At: at(clock)}
}
func foundError(clock string) sempre.ChargeEvent {
	return sempre.ChargeEvent{Kind: sempre.FoundError, At: at(clock)}
}
func foundNone(clock string) sempre.ChargeEvent {
	return sempre.ChargeEvent{Kind: sempre.FoundNotError, At: at(clock)}
}

// span is an interval in a want.
func span(from, until string) sempre.Interval {
	return sempre.Interval{From: at(from), Until: at(until)}
}

type chargeTest struct {
	name   string
	events []sempre.ChargeEvent
	asOf   string
	want   []sempre.Interval
	final  bool
}

func runCharges(t *testing.T, tests []chargeTest) {
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := sempre.Charges(test.events, at(test.asOf))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(sempre.Charge{Intervals: test.want, Final: test.final}, got); diff != "" {
				t.Errorf("charges (-want +got)\n%s", diff)
			}
		})
	}
}

type events = []sempre.ChargeEvent

func TestSEM7_OnlyWithPriorConsent(t *testing.T) {
	runCharges(t, []chargeTest{
		{"no events", nil, "18:00", nil, false},
		{"work without consent", events{work("09:00", "12:00"), foundNone("13:00")}, "18:00", nil, true},
		{"consent just before the work", events{consented("08:59"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"consent as the work begins", events{consented("09:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"consent just after the work began", events{consented("09:01"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:01", "12:00")}, true},
		{"consent just before the work ends", events{consented("11:59:59.999999999"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("11:59:59.999999999", "12:00")}, true},
		{"consent as the work ends", events{consented("12:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", nil, true},
		{"consent after the work", events{consented("12:01"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", nil, true},
		{"a second consent changes nothing", events{consented("09:00"), consented("10:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
	})
}

func TestSEM7_UntilTheStopNoticeIsReceived(t *testing.T) {
	runCharges(t, []chargeTest{
		{"received before the work", events{consented("08:00"), stopped("08:59"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", nil, true},
		{"received as the work begins", events{consented("08:00"), stopped("09:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", nil, true},
		{"received just after it began", events{consented("08:00"), stopped("09:00:00.000000001"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "09:00:00.000000001")}, true},
		{"received just before it ends", events{consented("08:00"), stopped("11:59"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "11:59")}, true},
		{"received as it ends", events{consented("08:00"), stopped("12:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"received after it", events{consented("08:00"), stopped("12:01"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"without a consent it stops nothing", events{stopped("08:00"), consented("09:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"a second notice changes nothing", events{consented("08:00"), stopped("10:00"), stopped("11:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "10:00")}, true},
		{"a new consent opens the next stretch", events{consented("08:00"), stopped("10:00"), consented("11:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "10:00"), span("11:00", "12:00")}, true},
		{"stopped and consented to at one instant", events{consented("08:00"), stopped("10:00"), consented("10:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"consented to and stopped at one instant", events{consented("10:00"), stopped("10:00"), work("09:00", "12:00"), foundNone("13:00")}, "18:00", nil, true},
	})
}

func TestSEM7_Finding(t *testing.T) {
	base := events{consented("08:00"), work("09:00", "12:00")}
	with := func(more ...sempre.ChargeEvent) events { return append(append(events{}, base...), more...) }
	worked := []sempre.Interval{span("09:00", "12:00")}
	runCharges(t, []chargeTest{
		{"nothing found: what is charged if it is none", base, "18:00", worked, false},
		{"just before it is found to be none", with(foundNone("13:00")), "12:59", worked, false},
		{"as it is found to be none", with(foundNone("13:00")), "13:00", worked, true},
		{"just before it is found to be an Error", with(foundError("13:00")), "12:59:59.999999999", worked, false},
		{"as it is found to be an Error", with(foundError("13:00")), "13:00", nil, true},
		{"found to be an Error before any work", with(foundError("07:00")), "18:00", nil, true},
		{"found to be an Error during the work", with(foundError("10:00")), "18:00", nil, true},
		{"found to be none before the work", with(foundNone("08:30")), "18:00", nil, true},
		{"as the work begins", with(foundNone("09:00")), "18:00", nil, true},
		{"just after it began", with(foundNone("09:00:00.000000001")), "18:00", []sempre.Interval{span("09:00", "09:00:00.000000001")}, true},
		{"just before it ends", with(foundNone("11:59")), "18:00", []sempre.Interval{span("09:00", "11:59")}, true},
		{"as it ends", with(foundNone("12:00")), "18:00", worked, true},
		{"just after it ended", with(foundNone("12:01")), "18:00", worked, true},
		{"a late finding, before it", with(foundNone("13:00"), foundError("17:00")), "16:59", worked, true},
		{"a late finding, at it", with(foundNone("13:00"), foundError("17:00")), "17:00", nil, true},
		{"the same finding twice", with(foundNone("13:00"), foundNone("14:00")), "18:00", worked, true},
		{"an Error twice", with(foundError("13:00"), foundError("14:00")), "18:00", nil, true},
		{"found without any work", events{foundNone("13:00")}, "18:00", nil, true},
	})
}

// TestSEM7_NothingLeftToDetermine: what is charged is work in connection with the
// determination that was consented to. With the finding there is none left, so work
// after it makes nothing longer, and what is final stays so as long as the licensee
// consents to no other.
func TestSEM7_NothingLeftToDetermine(t *testing.T) {
	after := events{consented("08:00"), work("09:00", "10:00"), foundNone("11:00"), work("12:00", "14:00")}
	first := []sempre.Interval{span("09:00", "10:00")}
	again := append(append(events{}, after...), consented("12:30"))
	second := []sempre.Interval{span("09:00", "10:00"), span("12:30", "14:00")}
	runCharges(t, []chargeTest{
		{"before the finding", after, "10:59", first, false},
		{"at it", after, "11:00", first, true},
		{"as work begins after it", after, "12:00", first, true},
		{"while it goes on", after, "13:00", first, true},
		{"when it has ended", after, "15:00", first, true},
		{"just before another consent", again, "12:29", first, true},
		{"at it", again, "12:30", first, false},
		{"during the work that it is for", again, "13:00", []sempre.Interval{span("09:00", "10:00"), span("12:30", "13:00")}, false},
		{"after that work, with nothing found", again, "15:00", second, false},
		{"found once more", append(append(events{}, again...), foundNone("14:30")), "15:00", second, true},
		{"stopped instead", append(append(events{}, again...), stopped("13:00")), "15:00", []sempre.Interval{span("09:00", "10:00"), span("12:30", "13:00")}, true},
		{"an Error after all", append(append(events{}, again...), foundError("14:30")), "15:00", nil, true},
		{"found and consented to at one instant", events{consented("08:00"), work("09:00", "12:00"), foundNone("10:00"), consented("10:00")}, "15:00", []sempre.Interval{span("09:00", "12:00")}, false},
		{"consented to and found at one instant", events{work("09:00", "12:00"), consented("10:00"), foundNone("10:00")}, "15:00", nil, true},
	})
}

func TestSEM7_OverlappingWork(t *testing.T) {
	none := foundNone("17:00")
	runCharges(t, []chargeTest{
		{"apart", events{consented("08:00"), work("09:00", "10:00"), work("10:01", "11:00"), none}, "18:00", []sempre.Interval{span("09:00", "10:00"), span("10:01", "11:00")}, true},
		{"touching", events{consented("08:00"), work("09:00", "10:00"), work("10:00", "11:00"), none}, "18:00", []sempre.Interval{span("09:00", "11:00")}, true},
		{"overlapping", events{consented("08:00"), work("09:00", "10:30"), work("10:00", "11:00"), none}, "18:00", []sempre.Interval{span("09:00", "11:00")}, true},
		{"one inside another", events{consented("08:00"), work("09:00", "12:00"), work("10:00", "11:00"), none}, "18:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"handed in out of order", events{none, work("10:00", "11:00"), work("09:00", "10:30"), consented("08:00")}, "18:00", []sempre.Interval{span("09:00", "11:00")}, true},
		{"overlapping across a stop", events{consented("08:00"), stopped("10:15"), work("09:00", "10:30"), work("10:00", "11:00"), none}, "18:00", []sempre.Interval{span("09:00", "10:15")}, true},
		{"no time at all", events{consented("08:00"), work("09:00", "09:00"), none}, "18:00", nil, true},
	})
}

func TestSEM7_AsOf(t *testing.T) {
	ongoing := events{foundNone("07:30"), consented("08:00"), work("09:00", "")}
	stoppedLater := append(append(events{}, ongoing...), stopped("11:00"))
	runCharges(t, []chargeTest{
		{"before the consent", ongoing, "07:59", nil, true},
		{"before the work that goes on", ongoing, "08:59", nil, false},
		{"as it begins", ongoing, "09:00", nil, false},
		{"while it goes on", ongoing, "10:00", []sempre.Interval{span("09:00", "10:00")}, false},
		{"just before the stop", stoppedLater, "10:59", []sempre.Interval{span("09:00", "10:59")}, false},
		{"at the stop", stoppedLater, "11:00", []sempre.Interval{span("09:00", "11:00")}, true},
		{"after the stop", stoppedLater, "12:00", []sempre.Interval{span("09:00", "11:00")}, true},
		{"work whose end is known, before it", events{consented("08:00"), work("09:00", "12:00"), foundNone("12:00")}, "11:59", []sempre.Interval{span("09:00", "11:59")}, false},
		{"work whose end is known, at it", events{consented("08:00"), work("09:00", "12:00"), foundNone("12:00")}, "12:00", []sempre.Interval{span("09:00", "12:00")}, true},
		{"a consent to come", events{work("09:00", ""), consented("11:00"), foundNone("08:30")}, "10:00", nil, true},
		{"work on an Error makes nothing longer", events{consented("08:00"), work("09:00", ""), foundError("10:00")}, "12:00", nil, true},
	})
}

func TestSEM7_Errors(t *testing.T) {
	for _, test := range []struct {
		name   string
		events events
		asOf   time.Time
		want   string
	}{
		{"no instant", nil, time.Time{}, `sempre: as_of: is missing; write the instant to answer for`},
		{"no kind", events{{At: at("09:00")}}, at("18:00"), `sempre: events[0].kind: is not a kind of event; write work, consented, stop_received, found_error or found_not_error`},
		{"an unknown kind", events{{Kind: sempre.FoundNotError + 1, At: at("09:00")}}, at("18:00"),
			`sempre: events[0].kind: "ChargeKind(6)" is not a kind of event; write work, consented, stop_received, found_error or found_not_error`},
		{"no instant of an event", events{{Kind: sempre.Consented}}, at("18:00"), `sempre: events[0].at: is missing; write the instant of the event`},
		{"work that ends before it begins", events{work("10:00", "09:59")}, at("18:00"),
			`sempre: events[0].until: "2026-03-02T09:59:00Z" is before the work began, 2026-03-02T10:00:00Z; write that instant or a later one`},
		{"an end of something else", events{{Kind: sempre.Consented, At: at("09:00"), Until: at("10:00")}}, at("18:00"),
			`sempre: events[0].until: "2026-03-02T10:00:00Z" belongs to work only; consented has an instant alone`},
		{"no Error after an Error", events{foundNone("11:00"), foundError("10:00")}, at("18:00"),
			`sempre: events[0].kind: "found_not_error" comes after events[1], found_error, which is final; leave out the one that was a mistake`},
		{"the same after the instant asked for", events{foundError("10:00"), foundNone("11:00")}, at("09:00"),
			`sempre: events[1].kind: "found_not_error" comes after events[0], found_error, which is final; leave out the one that was a mistake`},
		{"no Error after two", events{foundError("09:00"), foundError("10:00"), foundNone("11:00")}, at("18:00"),
			`sempre: events[2].kind: "found_not_error" comes after events[0], found_error, which is final; leave out the one that was a mistake`},
		{"all mistakes", events{{}, {Kind: sempre.Consented}}, at("18:00"),
			"sempre: events[0].kind: is not a kind of event; write work, consented, stop_received, found_error or found_not_error\n" +
				"sempre: events[0].at: is missing; write the instant of the event\n" +
				"sempre: events[1].at: is missing; write the instant of the event"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := sempre.Charges(test.events, test.asOf)
			if !errors.Is(err, sempre.ErrCharges) || err.Error() != test.want {
				t.Errorf("got error %v, want %s", err, test.want)
			}
			if diff := cmp.Diff(sempre.Charge{}, got); diff != "" {
				t.Errorf("charges beside an error (-want +got)\n%s", diff)
			}
		})
	}
}

func TestSEM7_InUTC(t *testing.T) {
	kuala := time.FixedZone("+08", 8*3600)
	list := events{consented("08:00"), stopped("10:00"), consented("11:00"), work("09:00", "12:00"), work("13:00", ""), foundNone("14:00")}
	for i := range list {
		list[i].At, list[i].Until = list[i].At.In(kuala), list[i].Until.In(kuala)
	}
	got, err := sempre.Charges(list, at("15:00").In(kuala))
	if err != nil {
		t.Fatal(err)
	}
	want := []sempre.Interval{span("09:00", "10:00"), span("11:00", "12:00"), span("13:00", "14:00")}
	for i := range want {
		if i >= len(got.Intervals) || got.Intervals[i] != want[i] { // the zone too
			t.Fatalf("got %v, want %v", got.Intervals, want)
		}
	}
}
