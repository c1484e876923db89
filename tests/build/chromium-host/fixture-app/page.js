document.querySelector('#state').textContent = `ready ${typeof window.fixture}`;
