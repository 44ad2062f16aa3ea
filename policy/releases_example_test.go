package policy_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

// exampleReleaseList is a line of input.
const exampleReleaseList = `{"agreement":"portx","on":"2026-11-21","releases":[` +
	`{"version":"3.0","released":"2025-09-01"},{"version":"2.4","released":"2025-05-10"}]}`

func ExampleReadReleases() {
	list, p, err := policy.ReadReleases([]byte(exampleReleaseList), []*policy.ReleasePolicy{portx.Releases()})
	fmt.Println(p.Agreement, list.On, len(list.Releases), err)
	_, _, err = policy.ReadReleases([]byte(`{"agreement":"portx","releases":[]}`), []*policy.ReleasePolicy{portx.Releases()})
	fmt.Println(err)
	// Output:
	// portx 2026-11-21 2 <nil>
	// policy: needs "on", the day to answer for
}

func ExampleReleasePolicy_Answer() {
	list, p, err := policy.ReadReleases([]byte(exampleReleaseList), []*policy.ReleasePolicy{portx.Releases()})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Answer(list)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range a.Releases {
		fmt.Println(s.Version, s.Phase, s.Supported, s.Through.Kind, s.Clause)
	}
	// Output:
	// 3.0 current true open POR-5
	// 2.4 previous true known POR-5
}

func ExampleReleasePolicy_AppendAnswer() {
	list, p, err := policy.ReadReleases([]byte(`{"agreement":"portx","on":"2024-01-01","releases":[{"version":"3.1","released":"2025-09-01"}]}`),
		[]*policy.ReleasePolicy{portx.Releases()})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Answer(list)
	fmt.Println(string(p.AppendAnswer(nil, list, &a)), err)
	// Output: {"agreement":"portx","on":"2024-01-01","releases":[]} <nil>
}
