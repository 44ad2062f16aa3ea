package severity_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/severity"
)

// TestLongTexts: an error quotes the first 40 characters of what it was given, not all of
// it; what it has in its fields is whole.
func TestLongTexts(t *testing.T) {
	s, long := newScale(t, "acme", "A", "B"), strings.Repeat("é", 100_000)
	short := `"` + strings.Repeat("é", 40) + `…"`
	_, parse := s.Parse(long)
	_, party := severity.ParseParty(long)
	_, mode := severity.ParseMode(long)
	_, twice := severity.NewScale("acme", long, long)
	_, history := severity.ParseHistory(s, []byte(`[{"from":"2026-03-02T09:00:00Z","severity":"`+long+`"}]`))
	_, fact := newShop(t).Classify(severity.Facts{long: "yes"})
	_, answer := newShop(t).Classify(severity.Facts{"open": long})
	_, lowering := severity.NewLowering(s, severity.LoweringConfig{Kind: severity.ByDefinition, To: map[string]string{"A": long}, Clause: "1", Reason: "so"})
	for name, tt := range map[string]struct {
		err  error
		want string
	}{
		"level":    {parse, "severity: " + short + " is not a severity of acme; write A or B"},
		"party":    {party, "severity: party: " + short + " is not a party; write customer, supplier or terms"},
		"mode":     {mode, "severity: mode: " + short + " is not a mode of severity change; write fair, from_start or from_change"},
		"scale":    {twice, "severity: levels[1].name: " + short + " is the name of levels[0] already; write each name once"},
		"full":     {json.Unmarshal([]byte("{}"), newScale(t, long, "A")), "severity: invalid scale: " + short + " already has levels, and a scale never changes; read into a new Scale"},
		"history":  {history, "severity: history[0].severity: " + short + " is not a severity of acme; write A or B"},
		"fact":     {fact, "severity: shop: " + short + " is not a fact; write open, queue or cause"},
		"answer":   {answer, "severity: shop: open: " + short + " is not an answer; write yes or no"},
		"lowering": {lowering, "severity: to[A]: " + short + " is not a less grave level; write one after A of A or B"},
	} {
		if diff := cmp.Diff(tt.want, tt.err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	var whole *severity.LevelError
	if !errors.As(parse, &whole) || whole.Text != long {
		t.Error("the error of a level has lost its text")
	}
	exact := strings.Repeat("x", 40)
	if _, err := s.Parse(exact); err.Error() != `severity: "`+exact+`" is not a severity of acme; write A or B` {
		t.Errorf("40 characters: %v", err)
	}
	// A combination of answers is told whole, however long it is.
	cfg := shop()
	cfg.Rules = cfg.Rules[:1]
	_, err := severity.NewClassifier(cfg)
	if want := `severity: rules: "open yes, queue long, cause strike" is decided by no rule; add one, even if it only says what is left open`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
