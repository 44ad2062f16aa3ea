package document_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/document"
)

// TestMistakes_ManyMetrics: the metric that is one too many is found where it stands: the first row of its name, of
// several that a ticket's attributes choose between, in the version that has them.
func TestMistakes_ManyMetrics(t *testing.T) {
	const head = `{"schema": 1, "name": "acme", "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"], "required": true}],
`
	const version = `"levels": [{"name": "high"}], "metrics": [`
	rows := many(33, "\n"+`  {"name": "m%d"}`) // m0 on the line after the list begins
	twice := strings.Replace(rows, `{"name": "m0"},`, `{"name": "m0", "when": {"tier": "gold"}}, {"name": "m0", "when": {"tier": "silver"}},`, 1)
	for _, test := range []struct{ text, want string }{
		// The list begins on line 2, so that m32, the 33rd, is on line 35.
		{head + version + rows + `]}`, `document: line 35, column 3: metrics[32]: "m32" is one too many; an agreement has at most 32 metrics`},
		{head + version + twice + `]}`, `document: line 35, column 3: metrics[33]: "m32" is one too many; an agreement has at most 32 metrics`},
		{head + `"versions": [{` + version + `{"name": "m0"}]}, {"from": "2026-01-01T00:00:00Z", ` + version + rows + `]}]}`,
			`document: line 35, column 3: versions[1].metrics[32]: "m32" is one too many; an agreement has at most 32 metrics`},
		{head + version + strings.TrimSuffix(rows, ",\n"+`  {"name": "m32"}`) + `]}`, ``},
	} {
		_, err := document.Decode([]byte(test.text))
		if test.want == "" && err == nil {
			continue
		}
		if err == nil || err.Error() != test.want {
			t.Errorf("got  %v\nwant %s", err, test.want)
		}
	}
}
