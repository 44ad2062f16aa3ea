package severity_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/slaclock/slaclock/severity"
)

func TestParty(t *testing.T) {
	for text, want := range map[string]severity.Party{"customer": severity.Customer, "supplier": severity.Supplier, "terms": severity.Terms} {
		got, err := severity.ParseParty(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("ParseParty(%q) = %v, %v", text, got, err)
		}
		out, err := json.Marshal(want)
		var back severity.Party
		if err != nil || json.Unmarshal(out, &back) != nil || back != want {
			t.Errorf("%v came back from %s as %v, %v", want, out, back, err)
		}
	}
	for _, text := range []string{"Customer", "user", " terms", "unknown"} {
		p := severity.Terms
		err := p.UnmarshalText([]byte(text))
		if !errors.Is(err, severity.ErrParty) || p != severity.Terms {
			t.Errorf("%q: %v, and the party is now %v", text, err, p)
		}
	}
	for text, want := range map[string]string{
		"user": `severity: party: "user" is not a party; write customer, supplier or terms`,
		"":     `severity: party: is missing; write customer, supplier or terms`,
	} {
		if p, err := severity.ParseParty(text); p != 0 || !errors.Is(err, severity.ErrParty) || err.Error() != want {
			t.Errorf("%q is %v, %v\nwant %s", text, p, err, want)
		}
	}
	// A party that is not known is written as nothing, and read from it.
	p := severity.Terms
	if out, err := json.Marshal(severity.Party(0)); err != nil || json.Unmarshal(out, &p) != nil || p != 0 {
		t.Errorf("the zero Party came back from %s as %v, %v", out, p, err)
	}
	strange := severity.Party(4)
	if _, err := strange.MarshalText(); !errors.Is(err, severity.ErrParty) || strange.String() != "Party(4)" {
		t.Errorf("party 4 is %v, %v", strange, err)
	}
}

func TestSetterAllows(t *testing.T) {
	nobody := severity.Setter{}
	supplier := severity.Setter{By: []severity.Party{severity.Supplier}}
	both := severity.Setter{By: []severity.Party{severity.Supplier, severity.Customer}}
	for _, tt := range []struct {
		name  string
		s     severity.Setter
		party severity.Party
		want  severity.Permission
	}{
		{"nobody", nobody, severity.Customer, severity.Unsaid},
		{"nobody", nobody, severity.Supplier, severity.Unsaid},
		{"nobody", nobody, severity.Terms, severity.Named},
		{"nobody", nobody, 0, severity.Unsaid},
		{"supplier", supplier, severity.Customer, severity.NotNamed},
		{"supplier", supplier, severity.Supplier, severity.Named},
		{"supplier", supplier, severity.Terms, severity.Named},
		{"supplier", supplier, 0, severity.Unsaid},
		{"both", both, severity.Customer, severity.Named},
		{"both", both, severity.Supplier, severity.Named},
		{"both", both, 9, severity.NotNamed},
	} {
		if got := tt.s.Allows(tt.party); got != tt.want {
			t.Errorf("%s named, %v asks: %v; want %v", tt.name, tt.party, got, tt.want)
		}
	}
}

func TestAuthorityCheck(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	a := severity.Authority{
		Report: severity.Setter{By: []severity.Party{severity.Customer}, Clause: "X-1", Reason: "the customer says how grave it is"},
		Change: severity.Setter{By: []severity.Party{severity.Supplier}, Clause: "X-2", Reason: "the supplier may change it"},
	}
	for _, tt := range []struct {
		name string
		by   []severity.Party // of entries A, B, B, A
		want string
	}{
		{"as the text has it", []severity.Party{severity.Customer, severity.Supplier, severity.Supplier, severity.Supplier}, ""},
		{"not known", []severity.Party{0, 0, 0, 0}, ""},
		{"by a clause", []severity.Party{severity.Customer, severity.Terms, severity.Terms, severity.Terms}, ""},
		{"repeated by the customer", []severity.Party{severity.Customer, severity.Supplier, severity.Customer, severity.Supplier}, ""},
		{"reported by the supplier", []severity.Party{severity.Supplier, severity.Supplier, severity.Supplier, severity.Supplier},
			`severity: history[0].by: "supplier" is not named: the customer says how grave it is (X-1); it is for customer`},
		{"changed by the customer", []severity.Party{severity.Customer, severity.Supplier, severity.Supplier, severity.Customer},
			`severity: history[3].by: "customer" is not named: the supplier may change it (X-2); it is for supplier`},
	} {
		var entries []severity.Entry
		for i, name := range []string{"A", "B", "B", "A"} {
			entries = append(entries, severity.Entry{From: at(t, []string{"09:00", "10:00", "10:00", "11:00"}[i]), Level: level(t, s, name), By: tt.by[i]})
		}
		h, err := severity.NewHistory(entries...)
		if err != nil {
			t.Fatal(err)
		}
		err = a.Check(h)
		switch {
		case err == nil && tt.want == "":
		case err == nil || err.Error() != tt.want || !errors.Is(err, severity.ErrAuthority):
			t.Errorf("%s: %v\nwant %s", tt.name, err, tt.want)
		}
		if err := (severity.Authority{}).Check(h); err != nil {
			t.Errorf("%s: the zero Authority refuses: %v", tt.name, err)
		}
	}
	if err := a.Check(severity.History{}); err != nil {
		t.Errorf("an empty history: %v", err)
	}
}

// TestAuthorityCheckUnsaid: a clause or a reason that is not given leaves no hole in the error.
func TestAuthorityCheckUnsaid(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	h, err := severity.NewHistory(severity.Entry{From: at(t, "09:00"), Level: level(t, s, "A"), By: severity.Customer})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ clause, reason, want string }{
		{"", "", `severity: history[0].by: "customer" is not named; it is for supplier`},
		{"X-1", "", `severity: history[0].by: "customer" is not named (X-1); it is for supplier`},
		{"", "he decides", `severity: history[0].by: "customer" is not named: he decides; it is for supplier`},
		{"X-1", "he decides", `severity: history[0].by: "customer" is not named: he decides (X-1); it is for supplier`},
	} {
		a := severity.Authority{Report: severity.Setter{By: []severity.Party{severity.Supplier}, Clause: tt.clause, Reason: tt.reason}}
		if err := a.Check(h); err == nil || err.Error() != tt.want {
			t.Errorf("%v\nwant %s", err, tt.want)
		}
	}
}
