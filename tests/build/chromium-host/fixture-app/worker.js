postMessage('from the worker');
