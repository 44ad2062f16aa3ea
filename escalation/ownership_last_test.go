package escalation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// TestCUM9_OpenedLast has two active regions besides the default one, which is
// closed: the one that opened last owns the ticket, wherever it stands in the list.
// In January EMEA is open from 07:00 to 16:00 UTC, US from 15:00, APJ from 00:00 to
// 09:00.
func TestCUM9_OpenedLast(t *testing.T) {
	for _, tt := range []struct {
		name      string
		byDefault int
		at        string
		want      string
	}{
		{"EMEA alone", 1, "2026-01-14T14:59:59Z", "01-14 14:59 EMEA"},
		{"US, which is listed after it, opens", 1, "2026-01-14T15:00:00Z", "01-14 15:00 US"},
		{"both are open", 1, "2026-01-14T15:59:59Z", "01-14 15:59 US"},
		{"APJ alone", 2, "2026-01-14T06:59:59Z", "01-14 06:59 APJ"},
		{"EMEA, which is listed before it, opens", 2, "2026-01-14T07:00:00Z", "01-14 07:00 EMEA"},
	} {
		w := escalation.NewWatch(hubs(t, tt.byDefault))
		if err := w.Receive(instant(t, tt.at), false); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{tt.want}, owners(w.Owners())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// tenures lists tenures in UTC: "01-14 07:00 to 01-14 16:00 EMEA".
func tenures(rows []escalation.Tenure) []string {
	var out []string
	for _, r := range rows {
		region := r.Region
		if r.Unknown() != nil {
			region = "unknown"
		}
		out = append(out, r.From.UTC().Format("01-02 15:04")+" to "+r.Until.UTC().Format("01-02 15:04 ")+region)
	}
	return out
}

// TestCUM9_TenuresGoOn: what has been told by Advance is not told again by Tenures.
func TestCUM9_TenuresGoOn(t *testing.T) {
	w := escalation.NewWatch(hubs(t, 0))
	if err := w.Receive(instant(t, "2026-01-14T07:00:00Z"), false); err != nil {
		t.Fatal(err)
	}
	if err := w.Advance(instant(t, "2026-01-14T10:00:00Z")); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		until string
		want  []string
	}{
		{"2026-01-14T12:00:00Z", []string{"01-14 10:00 to 01-14 12:00 EMEA"}},
		{"2026-01-14T12:00:00Z", nil},
		{"2026-01-14T17:00:00Z", []string{"01-14 12:00 to 01-14 16:00 EMEA", "01-14 16:00 to 01-14 17:00 US"}},
	} {
		rows, err := w.Tenures(instant(t, tt.until))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, tenures(rows)); diff != "" {
			t.Errorf("until %s (-want +got):\n%s", tt.until, diff)
		}
	}
}

// TestG9_OnCallBeforeAnUnknownDay: the ticket is on call until the first instant at
// which a region may open, however far that is; then nobody knows. Holidays are known
// through Sunday, 18 January.
func TestG9_OnCallBeforeAnUnknownDay(t *testing.T) {
	through, err := calendar.ParseDate("2026-01-18")
	if err != nil {
		t.Fatal(err)
	}
	hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour), HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, until string
		want        []string
	}{
		{"up to it", "2026-01-19T08:00:00Z", []string{"01-16 17:00 to 01-19 08:00 on-call"}},
		{"and on", "2026-01-19T12:00:00Z", []string{"01-16 17:00 to 01-19 08:00 on-call", "01-19 08:00 to 01-19 12:00 unknown"}},
	} {
		w := escalation.NewWatch(rotaOf(t, escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: hours}}}))
		if err := w.Receive(instant(t, "2026-01-16T17:00:00Z"), false); err != nil {
			t.Fatal(err)
		}
		rows, err := w.Tenures(instant(t, tt.until))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, tenures(rows)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestCUM9_ReasonOfTheHandOver: a hand-over at which the owner's hours end says so,
// one before that does not.
func TestCUM9_ReasonOfTheHandOver(t *testing.T) {
	for _, tt := range []struct {
		name, at string
		want     escalation.Reason
	}{
		{"US takes over at the close of EMEA", "2026-01-14T14:00:00Z", escalation.OwnerCloses},
		{"nobody is open then", "2026-07-15T22:00:00Z", escalation.AllClosed},
		{"APJ opens first, of on-call", "2026-07-15T23:30:00Z", escalation.FirstOpens},
		{"EMEA opens while APJ is open", "2026-01-14T05:00:00Z", escalation.DefaultOpens},
	} {
		w := escalation.NewWatch(hubs(t, 0))
		if err := w.Receive(instant(t, tt.at), false); err != nil {
			t.Fatal(err)
		}
		next, ok, err := w.Next()
		if err != nil || !ok || next.Reason != tt.want {
			t.Errorf("%s: %v, %v, %v; want %v", tt.name, next, ok, err, tt.want)
		}
	}
}
