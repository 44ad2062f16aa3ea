package lifecycle_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/lifecycle"
)

// The last that is accepted, and the first that is not.
func TestRuleJSON_Edges(t *testing.T) {
	for levels, want := range map[int]string{
		16: "",
		17: "extension" + strings.Repeat(".end.cases[0]", 16) + ".end: lies too deep within other ends; write 16 levels at most",
	} {
		_, deep := nested(levels)
		in := `{"extension":{"end":` + deep + `},"support":"own"}`
		var rule lifecycle.Rule
		err := rule.UnmarshalJSON([]byte(in))
		if got := text(err); (want == "") != (got == "") || want != "" && !strings.HasSuffix(got, ": "+want) {
			t.Errorf("%d levels: got %s\nwant %s", levels, got, want)
		}
		end, _ := nested(levels)
		rule = lifecycle.Rule{Support: own, Extension: lifecycle.Stage{End: end, Without: []string{"not looked at"}}}
		written, err := rule.MarshalJSON()
		if want == "" && string(written) != `{"support":"own","extension":{"end":`+deep+`}}` || (want == "") != (err == nil) {
			t.Errorf("%d levels: %s, %v", levels, written, err)
		}
	}

	var rule lifecycle.Rule
	many := rule.UnmarshalJSON([]byte(`{"support":"own","rest":{"services":[` + strings.Repeat("1,", 100) + "1]}}"))
	if got := text(many); strings.Count(got, "\n") != 100 || !strings.HasSuffix(got, "\nlifecycle: there are more mistakes; reading ended here") {
		t.Errorf("101 mistakes: %s", got)
	}
	few := rule.UnmarshalJSON([]byte(`{"support":"own","rest":{"services":[` + strings.Repeat("1,", 99) + "1]}}"))
	if got := text(few); strings.Count(got, "\n") != 99 || strings.Contains(got, "more mistakes") {
		t.Errorf("100 mistakes: %s", got)
	}
	for n, want := range map[int]bool{64: true, 65: false} {
		in := fmt.Sprintf(`{"service_words":[%q]}`, strings.Repeat("x", n))
		if err := new(lifecycle.Scheme).UnmarshalJSON([]byte(in)); (err == nil) != want {
			t.Errorf("a word of %d bytes: %v", n, err)
		}
	}
}

func TestVersion_Edges(t *testing.T) {
	for in, want := range map[string]bool{
		"1" + strings.Repeat(".1", 15): true, "1" + strings.Repeat(".1", 16): false,
		strings.Repeat("0", 64): true, strings.Repeat("0", 65): false,
		"1-azAZ": true, "1-a@": false, "1-a[": false, "1-a`": false, "1-a{": false,
	} {
		if _, err := anyScheme.Parse(in); (err == nil) != want {
			t.Errorf("%q: %v", in, err)
		}
	}
}
