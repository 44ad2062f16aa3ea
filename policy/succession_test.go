package policy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// moving are two versions of an agreement, the second of which comes into force
// on 3 March 2026 at 12:00: what is due after 8 h of working time is then due
// after 16, or after 2.
func moving(t *testing.T, mode severity.Mode, longer bool) (*policy.Versions, *policy.Policy) {
	t.Helper()
	metric := policy.Metric{Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved), Targets: []policy.Target{owed("Mid")}}
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	a.Metrics = []policy.Metric{metric}
	b := a
	metric.Targets = []policy.Target{owed("Mid"), owed("Low")}
	if metric.Targets[0].Measure.Time = 2 * hour; longer {
		metric.Targets[0].Measure.Time = 16 * hour
	}
	b.Metrics = []policy.Metric{metric}
	old, err1 := policy.New(a)
	renewed, err2 := policy.New(b)
	v, err3 := policy.NewVersions(policy.Version{Policy: old}, policy.Version{From: parseAt(t, "03 12:00"), Policy: renewed})
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	v, err = v.Moving(mode)
	if err != nil {
		t.Fatal(err)
	}
	p, err := v.InForce(parseAt(t, "02 09:00"))
	if err != nil {
		t.Fatal(err)
	}
	return v, p
}

func TestVersionsMoving(t *testing.T) {
	for _, row := range []struct {
		name   string
		mode   severity.Mode
		longer bool
		events string
		asOf   string
		want   string
	}{
		// Reported on Monday at 14:00: 8 h of working time are over on Tuesday at 14:00.
		{"before it comes into force", severity.FromStart, true, "02 14:00 reported Mid email", "03 11:59",
			"fix 1 Mid running from 02 14:00 due 03 14:00 5h59m0s gone 2h1m0s left ACM-7|next 03 12:00 agreement changes"},
		{"at that instant, from the start", severity.FromStart, true, "02 14:00 reported Mid email", "03 12:00",
			"fix 1 Mid running from 02 14:00 due 04 14:00 6h0m0s gone 10h0m0s left ACM-7|next 04 14:00 fix due"},
		{"from the change", severity.FromChange, true, "02 14:00 reported Mid email", "03 12:00",
			"fix 1 Mid running from 02 14:00 due 05 12:00 6h0m0s gone 16h0m0s left ACM-7|next 05 12:00 fix due"},
		{"fair moves nothing later", severity.Fair, true, "02 14:00 reported Mid email", "03 12:00",
			"fix 1 Mid running from 02 14:00 due 03 14:00 6h0m0s gone 2h0m0s left ACM-7|next 03 14:00 fix due"},
		{"shorter than what is over: breached at the change", severity.FromStart, false, "02 14:00 reported Mid email", "03 12:00",
			"fix 1 Mid breached from 02 14:00 due 02 16:00 6h0m0s gone -4h0m0s left ACM-7"},
		{"fair and shorter counts from the change", severity.Fair, false, "02 14:00 reported Mid email", "03 12:00",
			"fix 1 Mid running from 02 14:00 due 03 14:00 6h0m0s gone 2h0m0s left ACM-7|next 03 14:00 fix due"},
		{"what is overdue stays so", severity.FromChange, true, "02 09:00 reported Mid email", "03 12:00",
			"fix 1 Mid breached from 02 09:00 due 02 17:00 11h0m0s gone -3h0m0s left ACM-7"},
		{"a target for the first time starts", severity.FromStart, true, "02 14:00 reported Low email", "03 13:00",
			"fix 1 Low running from 03 12:00 due 04 12:00 1h0m0s gone 7h0m0s left ACM-7|next 04 12:00 fix due"},
		{"what has ended stays", severity.FromStart, true, "02 14:00 reported Mid email;03 11:00 resolved", "03 13:00",
			"fix 1 Mid met from 02 14:00 due 03 14:00 stopped 03 11:00 5h0m0s gone 3h0m0s left ACM-7"},
		{"and is judged by the new version when it begins again", severity.FromStart, true, "02 14:00 reported Mid email;03 11:00 resolved;04 09:00 reopened", "04 09:00",
			"fix 1 Mid met from 02 14:00 due 03 14:00 stopped 03 11:00 5h0m0s gone 3h0m0s left ACM-7|" +
				"fix 2 Mid running from 04 09:00 due 05 17:00 0s gone 16h0m0s left ACM-7|next 05 17:00 fix due"},
	} {
		_, p := moving(t, row.mode, row.longer)
		a, err := p.Evaluate(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
		} else if diff := cmp.Diff(strings.Split(row.want, "|"), lines(&a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestVersionsMovingOccurs: the change is an occurrence of an open ticket, and occurs once.
func TestVersionsMovingOccurs(t *testing.T) {
	_, p := moving(t, severity.FromStart, true)
	all, err := p.Occurrences(parseEvents(t, p, "02 14:00 reported Mid email"), parseAt(t, "02 14:00"), parseAt(t, "31 00:00"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range all {
		got = append(got, o.ID+" "+short(o.At))
	}
	if diff := cmp.Diff([]string{"version/2026-03-03T12:00:00Z 03 12:00", "fix/2026-03-02T14:00:00Z/due 04 14:00"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestVersionsMovingMistakes(t *testing.T) {
	v, _ := moving(t, severity.Fair, true)
	if _, err := v.Moving(9); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("an unknown mode: %v", err)
	}
	base := mustAcme(t, nil)
	const follow = "; open tickets keep their clocks, so have the same ones in the same order"
	for want, edit := range map[string]func(*policy.Agreement){
		"scale: is another one than that of the version before; open tickets keep their levels, so give all versions one scale": func(a *policy.Agreement) {
			fresh := mustAcme(t, nil)
			a.Scale, a.Lowering = fresh.Scale(), fresh.Agreement().Lowering
		},
		"events: are others than those of the version before; open tickets keep their events, so have the same ones in the same order":              func(a *policy.Agreement) { a.Events = []string{"own"} },
		"metrics: are 1, and in the version before 3" + follow:                                                                                      func(a *policy.Agreement) { a.Metrics = a.Metrics[:1] },
		`metrics[0].name: "answer" is response in the version before` + follow:                                                                      func(a *policy.Agreement) { a.Metrics[0].Name = "answer" },
		`metrics[1].ends: "plan" closes tickets in one of two versions alone; open tickets keep what closes them, so have it in both or in neither`: func(a *policy.Agreement) { a.Metrics[1].Ends = true },
	} {
		changed := mustAcme(t, func(a *policy.Agreement) {
			a.Scale, a.Lowering = base.Scale(), base.Agreement().Lowering
			edit(a)
		})
		from := parseAt(t, "03 12:00")
		v, err := policy.NewVersions(policy.Version{Policy: base}, policy.Version{From: from, Policy: changed})
		if err != nil {
			t.Fatal(err)
		}
		_, err = v.Moving(severity.Fair)
		var in *policy.VersionError
		if !errors.As(err, &in) || !in.From.Equal(from) || !errors.Is(err, policy.ErrAgreement) {
			t.Errorf("%v, want %s", err, want)
		} else if diff := cmp.Diff("policy: versions[2026-03-03T12:00:00Z]."+want, err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
