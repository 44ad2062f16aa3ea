package agreementtest_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// named is a test with a name of its own.
type named struct {
	failures
	name string
}

func (n *named) Name() string { return n.name }

// In a test, t is the test's own.
func ExampleCasesOf() {
	t := named{name: "TestINT_Goldens"}
	const cases = `{"in":{"id":"INT-late"},"out":{"error":true},"why":"as_of is before the report"}
{"in":{"id":"desk-late"},"out":{"next":null},"why":"§1"}
`
	fmt.Printf("%s", agreementtest.CasesOf(&t, []byte(cases)))
	// Output: {"in":{"id":"INT-late"},"out":{"error":true},"why":"as_of is before the report"}
}

// TestCasesOf: a test has the cases whose ids begin with what it is named after and a
// hyphen, each line as it stands; what is no case is left to the reader.
func TestCasesOf(t *testing.T) {
	const a1, a10, b1, none = `{"in":{"id":"A1-x"}}` + "\n", `{"in":{"id":"A10-x"}}` + "\n", `{"in":{"id":"B1-A1-"}}`, `{"in":{"id":7}}` + "\n"
	for _, row := range []struct{ name, cases, want, said string }{
		{"TestA1_Goldens", a1 + a10 + a1 + none + b1, a1 + a1, ""},
		{"TestA10_Goldens", a1 + a10 + b1, a10, ""},
		{"TestB1_Goldens", a1 + b1, b1, ""}, // without a newline at the end
		{"TestA1_Goldens", a10 + "{\n" + a1 + "\n", "{\n" + a1 + "\n", ""},
		{"TestA2_Goldens", a1, "", ""},
		{"TestA_Goldens", a1, "", ""},
		{"TestA1_GoldensToo", "", "", "TestA1_GoldensToo is named after no golden cases; write TestINT_Goldens for those of INT"},
		{"TestA1", "", "", "TestA1 is named after no golden cases; write TestINT_Goldens for those of INT"},
		{"Test_Goldens", "", "", "Test_Goldens is named after no golden cases; write TestINT_Goldens for those of INT"},
		{"FuzzA1_Goldens", "", "", "FuzzA1_Goldens is named after no golden cases; write TestINT_Goldens for those of INT"},
	} {
		test := named{name: row.name}
		got := agreementtest.CasesOf(&test, []byte(row.cases))
		if diff := cmp.Diff(row.want, string(got)); diff != "" || test.String() != row.said {
			t.Errorf("%s: %s\n(-want +got):\n%s", row.name, test.String(), diff)
		}
	}
}
