package desk

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A Webhook is a sink that posts each notice to a URL, with the notice's key as
// Idempotency-Key.
type Webhook struct {
	URL    string
	Client *http.Client // with a timeout
}

// Name returns "webhook": the receiver stays the same when it moves.
func (w *Webhook) Name() string { return "webhook" }

// Send posts a notice. Any answer but 2xx is an error, including a redirect.
func (w *Webhook) Send(ctx context.Context, n store.Notice) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL, bytes.NewReader(AppendNotice(nil, &n)))
	if err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", n.Key())
	client := *w.Client
	// A redirect is followed with GET, perhaps to a sign-in page, which does not take the
	// notice but answers 200.
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	answer, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	defer answer.Body.Close()
	// An unread rest would keep the connection from being reused.
	if _, err := io.Copy(io.Discard, io.LimitReader(answer.Body, 64<<10)); err != nil {
		return fmt.Errorf("webhook: %w", err)
	}
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("webhook: %s answered %s", request.URL.Redacted(), answer.Status)
	}
	return nil
}

// AppendNotice appends a notice to b as a JSON object. Fields that are empty for its kind are
// left out.
func AppendNotice(b []byte, n *store.Notice) []byte {
	b = fmt.Appendf(b, `{"seq":%d,"ticket":`, n.Seq)
	b = strictjson.AppendString(b, n.Ticket)
	b = append(b, `,"occurrence":`...)
	b = strictjson.AppendString(b, n.Occurrence)
	for _, f := range [...]struct{ name, value string }{
		{"kind", n.Kind}, {"what", n.What}, {"metric", n.Metric}, {"to", n.To}, {"region", n.Region},
	} {
		if f.value != "" {
			b = append(strictjson.AppendString(append(b, ','), f.name), ':')
			b = strictjson.AppendString(b, f.value)
		}
	}
	b = fmt.Appendf(b, `,"round":%d,"at":"`, n.Round)
	b = appendInstant(b, n.At)
	b = append(b, `","made":"`...)
	return append(appendInstant(b, n.Made), `"}`...)
}

func appendInstant(b []byte, t time.Time) []byte { return calendar.AppendTime(b, t.UTC()) }
