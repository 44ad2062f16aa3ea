package desk

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Metrics are what the desk counts. They are collectors for a registry.
type Metrics struct {
	events   *prometheus.CounterVec
	replays  prometheus.Counter
	notices  *prometheus.CounterVec
	late     prometheus.Histogram
	broken   prometheus.Counter
	delivery *prometheus.CounterVec
	gauges   []prometheus.Collector
}

func newMetrics(d *Desk) *Metrics {
	gauge := func(name, help string, f func() float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, f)
	}
	return &Metrics{
		events: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "helpdesk_events_total", Help: "Events stored, by kind.",
		}, []string{"kind"}),
		replays: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "helpdesk_event_replays_total", Help: "Requests answered from an earlier one with the same idempotency key.",
		}),
		notices: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "helpdesk_notices_total", Help: "Notices made, by agreement, by the kind of what happened and, of clocks and their thresholds, by metric.",
		}, []string{"agreement", "kind", "metric"}),
		late: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "helpdesk_notice_lateness_seconds", Help: "How long after it happened a ticket was looked at, by the desk's clock.",
			Buckets: []float64{0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60, 600, 3600},
		}),
		broken: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "helpdesk_unjudged_total", Help: "How often a ticket could not be judged.",
		}),
		delivery: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "helpdesk_deliveries_total", Help: "Notices handed to a receiver, by receiver and result.",
		}, []string{"sink", "result"}),
		gauges: []prometheus.Collector{
			gauge("helpdesk_tickets_open", "Open tickets.", func() float64 { return float64(d.index.len()) }),
			gauge("helpdesk_tickets_overdue", "Open tickets with something breached and still owed.", func() float64 { return float64(d.index.size(Overdue)) }),
			gauge("helpdesk_next_seconds", "Time until something happens next; none is -1.", func() float64 {
				first, ok := d.index.first()
				if !ok {
					return -1
				}
				return time.Unix(0, first.at).Sub(d.clock.Now()).Seconds()
			}),
			gauge("helpdesk_notices_stored", "Notices in the outbox, taken or not.", func() float64 {
				n, err := d.store.LastNotice(context.Background())
				if err != nil {
					return -1
				}
				return float64(n)
			}),
		},
	}
}

// Describe implements [prometheus.Collector].
func (m *Metrics) Describe(to chan<- *prometheus.Desc) { prometheus.DescribeByCollect(m, to) }

// Collect implements [prometheus.Collector].
func (m *Metrics) Collect(to chan<- prometheus.Metric) {
	for _, c := range append([]prometheus.Collector{m.events, m.replays, m.notices, m.late, m.broken, m.delivery}, m.gauges...) {
		c.Collect(to)
	}
}
