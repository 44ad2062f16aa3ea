package policy_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// A Critical ticket is reported while Asia works; Europe, the default region, takes it over
// at 08:00 in Berlin and works on it only in its own business hours.
func ExamplePolicy_Progress() {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	critical, err := p.Scale().Parse("Critical")
	if err != nil {
		fmt.Println(err)
		return
	}
	reported := time.Date(2026, 1, 14, 2, 0, 0, 0, time.UTC)
	progress, err := p.Progress([]policy.Event{{At: reported, Kind: policy.Reported, Severity: critical, Channel: policy.Phone}}, reported, reported.Add(24*time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	worked, known := progress.Worked.Get()
	fmt.Println(progress.Open, worked, known)
	for _, s := range progress.Shares {
		worked, _ := s.Worked.Get()
		fmt.Println(s.Region, s.Open, worked)
	}
	// Output:
	// 24h0m0s 14h0m0s true
	// EMEA 19h0m0s 9h0m0s
	// APJ 5h0m0s 5h0m0s
}

func ExampleProgress_MarshalJSON() {
	text, err := json.Marshal(policy.Progress{
		Open: 24 * time.Hour, Worked: policy.LengthOf(14 * time.Hour),
		Shares: []policy.Share{{Region: "EMEA", Open: 24 * time.Hour, Worked: policy.LengthOf(14 * time.Hour)}},
	})
	fmt.Println(string(text), err)
	// Output: {"Open":"24h0m0s","Worked":"14h0m0s","Shares":[{"Region":"EMEA","Open":"24h0m0s","Worked":"14h0m0s"}]} <nil>
}

func ExampleShare_MarshalJSON() {
	text, err := json.Marshal([]policy.Share{{Region: "APJ", Open: time.Hour}})
	fmt.Println(string(text), err)
	// Output: [{"Region":"APJ","Open":"1h0m0s","Worked":null}] <nil>
}

func ExamplePolicy_WhyOwner() {
	p, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	critical, err := p.Scale().Parse("Critical")
	if err != nil {
		fmt.Println(err)
		return
	}
	reported := time.Date(2026, 1, 14, 2, 0, 0, 0, time.UTC)
	a, err := p.Explain([]policy.Event{{At: reported, Kind: policy.Reported, Severity: critical, Channel: policy.Phone}}, reported.Add(24*time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range a.Ownership {
		for _, s := range p.WhyOwner(&a.Ownership[i]) {
			fmt.Println(a.Ownership[i].Region+":", s.Text, s.Source())
		}
	}
	// Output:
	// APJ: reported as Critical by phone: the default region is not active, and of those that are this one opened last; until EMEA opens CUM-9
	// EMEA: EMEA opens: the default region opens and takes over; it keeps the ticket CUM-9
}
